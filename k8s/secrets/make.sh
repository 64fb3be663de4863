#!/usr/bin/env bash
# Makes an environment's secrets, random and for this installation only: k8s/secrets/make.sh dev
#
# Writes k8s/secrets/<environment>/ (never committed), ready for `kubectl apply -k`. What is there already is kept, so it
# may run again. For staging and prod only where there is no External Secrets operator, see k8s/README.md.
set -euo pipefail

environment=${1:-}
case $environment in
  dev | staging | prod) ;;
  *) echo "usage: $0 dev|staging|prod [folder]" >&2 && exit 2 ;;
esac
command -v openssl >/dev/null || { echo "make.sh: openssl is needed to make keys" >&2 && exit 1; }

folder=${2:-$(CDPATH='' cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)/$environment}
umask 077
mkdir -p "$folder"
cd "$folder"

random() { openssl rand -hex 24; }

# keep FILE COMMAND..: what the command prints becomes FILE unless there is one; no half-written file is left behind
keep() {
  local file=$1
  shift
  [ -s "$file" ] && return
  "$@" >"$file.part"
  mv "$file.part" "$file"
}

login() { printf 'username=%s\npassword=%s\n' "$1" "$(random)"; }
value() { printf '%s=%s\n' "$1" "$2"; }
administrator() { value email "${CLOUDSHOP_ADMIN_EMAIL:-admin@cloudshop.local}" && value password "$(random)"; }
smtp() { value username "${SMTP_USERNAME:-}" && value password "${SMTP_PASSWORD:-}"; }
backup() { value ACCESS_KEY_ID "${BACKUP_ACCESS_KEY_ID:-}" && value SECRET_ACCESS_KEY "${BACKUP_SECRET_ACCESS_KEY:-}"; }

# The private key stays in this folder, for a safe: a cluster has no use for it but while something is restored. In a folder
# with a short name, as an agent's socket must have.
backup_key() {
  local home status=0
  home=$(mktemp -d)
  gnupg() { gpg --batch --quiet --homedir "$home" --no-options "$@"; }
  gnupg --passphrase '' --quick-generate-key "CloudShop $environment, backups" future-default default never &&
    gnupg --armor --export >postgresql-backup-public.asc && gnupg --armor --export-secret-keys || status=$?
  gpgconf --homedir "$home" --kill all
  rm -rf "$home"
  return "$status"
}

keep postgresql-superuser.env login postgres
keep postgresql-auth.env login auth
keep postgresql-products.env login products
keep postgresql-orders.env login orders
keep redis.env value password "$(random)"
keep orders-api-client.env value secret "$(random)"
keep auth-admin.env administrator
keep auth-signing-key.pem openssl genpkey -quiet -algorithm RSA -pkeyopt rsa_keygen_bits:3072
# For the component postgres-ha; the object store gives these two.
keep postgresql-backup.env backup
# For the component backup
if command -v gpg >/dev/null; then
  keep postgresql-backup-private.asc backup_key
else
  echo "make.sh: without gpg there is no key for the component backup" >&2
fi
# For the component smtp; the mail server gives these two.
keep smtp.env smtp

cat >kustomization.yaml <<YAML
# Written by k8s/secrets/make.sh. Fixed names, as the External Secrets operator would give them: after a change restart the
# pods that read it, see k8s/README.md.
apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization

namespace: cloudshop-$environment

generatorOptions:
  disableNameSuffixHash: true
  labels:
    app.kubernetes.io/part-of: cloudshop

secretGenerator:
  - name: postgresql-superuser
    type: kubernetes.io/basic-auth
    envs: [postgresql-superuser.env]
  - name: postgresql-auth
    type: kubernetes.io/basic-auth
    envs: [postgresql-auth.env]
  - name: postgresql-products
    type: kubernetes.io/basic-auth
    envs: [postgresql-products.env]
  - name: postgresql-orders
    type: kubernetes.io/basic-auth
    envs: [postgresql-orders.env]
  - name: redis
    envs: [redis.env]
  - name: orders-api-client
    envs: [orders-api-client.env]
  - name: auth-admin
    envs: [auth-admin.env]
  - name: auth-signing-keys
    files: [current.pem=auth-signing-key.pem]
  - name: postgresql-backup
    envs: [postgresql-backup.env]
  - name: smtp
    type: kubernetes.io/basic-auth
    envs: [smtp.env]
YAML
[ ! -s postgresql-backup-public.asc ] || cat >>kustomization.yaml <<'YAML'
  - name: postgresql-backup-key
    files: [public.asc=postgresql-backup-public.asc]
YAML
echo "make.sh: secrets for cloudshop-$environment are in $folder; the administrator is $(sed -n 's/^email=//p' auth-admin.env)"
