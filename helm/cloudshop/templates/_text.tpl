{{/* The environment as kustomize rendered it, under this release's namespace and hosts. */}}
{{- define "cloudshop.text" -}}
{{- $file := printf "environments/%s.yaml" .Values.environment }}
{{- $text := .Files.Get $file | required (printf "The chart has no environment %s." .Values.environment) }}
{{- /* helm lint has no namespace. */}}
{{- $namespace := printf "cloudshop-%s" .Values.environment }}
{{- $text = replace $namespace (.Release.Namespace | default $namespace) $text }}
{{- range $role, $host := .Values.hosts }}
{{- if $host }}
{{- $text = replace (include "cloudshop.host" (dict "role" $role "text" $text)) $host $text }}
{{- end }}
{{- end }}
{{- $text }}
{{- end }}

{{/* The host that the environment itself gives to the shop or to the API: that of the route of this name. */}}
{{- define "cloudshop.host" -}}
{{- $host := "" }}
{{- range $document := splitList "\n---\n" .text }}
{{- if contains "\nkind: HTTPRoute\n" $document }}
{{- $route := fromYaml $document }}
{{- if eq $route.metadata.name $.role }}{{ $host = first $route.spec.hostnames }}{{ end }}
{{- end }}
{{- end }}
{{- $host | required (printf "The environment has no HTTPRoute %s whose host could be another." .role) }}
{{- end }}
