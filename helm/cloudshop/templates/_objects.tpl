{{/* Changes an object to what the values say. Does so in place, and says nothing. */}}
{{- define "cloudshop.adjust" -}}
{{- $kind := .object.kind }}
{{- $name := .object.metadata.name }}
{{- if and (eq $kind "Deployment") (index .object.metadata.labels "app.kubernetes.io/component" | eq "service") }}
{{- include "cloudshop.deployment" (dict "values" .values "deployment" .object "service" (get .values.services $name | default dict)) }}
{{- else if eq $kind "HorizontalPodAutoscaler" }}
{{- include "cloudshop.autoscaler" (dict "autoscaler" .object "service" (get .values.services .object.spec.scaleTargetRef.name | default dict)) }}
{{- else if eq $kind "ConfigMap" }}
{{- include "cloudshop.settings" . }}
{{- end }}
{{- if has $kind (list "Deployment" "StatefulSet" "CronJob" "Cluster" "ObjectStore") }}
{{- include "cloudshop.secrets" (dict "node" .object.spec "names" .values.secrets) }}
{{- end }}
{{- end }}

{{- define "cloudshop.deployment" -}}
{{- $pod := .deployment.spec.template.spec }}
{{- $container := first $pod.containers }}
{{- $image := .service.image | default dict }}
{{- if or $image .values.image.registry .values.image.tag }}
{{- $_ := set $container "image" (include "cloudshop.image" (dict "image" $container.image "of" $image "all" .values.image)) }}
{{- end }}
{{- with .values.image.pullSecrets }}
{{- $references := list }}
{{- range . }}{{ $references = append $references (dict "name" .) }}{{ end }}
{{- $_ := set $pod "imagePullSecrets" $references }}
{{- end }}
{{- with .service.resources }}
{{- $_ := set $container "resources" (mergeOverwrite $container.resources .) }}
{{- end }}
{{- /* A ConfigMap of the same name with other settings would be read by the next pods alone. */}}
{{- $hosts := compact (values .values.hosts) }}
{{- if or .service.settings $hosts }}
{{- $annotations := .deployment.spec.template.metadata.annotations }}
{{- $_ := set $annotations "checksum/settings" (list .service.settings .values.hosts | toJson | sha256sum) }}
{{- end }}
{{- end }}

{{/* registry/name:tag@digest of one service: its own first, then what holds for all, then what the environment has. */}}
{{- define "cloudshop.image" -}}
{{- $parts := splitn "@" 2 .image }}
{{- $tag := regexFind ":[^:/]+$" $parts._0 }}
{{- $repository := trimSuffix $tag $parts._0 }}
{{- if .all.registry }}{{ $repository = printf "%s/%s" .all.registry (base $repository) }}{{ end }}
{{- $changed := or .of.tag .all.tag }}
{{- $digest := .of.digest | default (ternary "" $parts._1 (not (empty $changed))) }}
{{- .of.repository | default $repository }}
{{- with $changed }}:{{ . }}{{ else }}{{ $tag }}{{ end }}
{{- with $digest }}@{{ . }}{{ end }}
{{- end }}

{{- define "cloudshop.autoscaler" -}}
{{- with .service.replicas }}
{{- if .min }}{{ $_ := set $.autoscaler.spec "minReplicas" .min }}{{ end }}
{{- if .max }}{{ $_ := set $.autoscaler.spec "maxReplicas" .max }}{{ end }}
{{- if gt (int $.autoscaler.spec.minReplicas) (int $.autoscaler.spec.maxReplicas) }}
{{- fail (printf "%s: more replicas at least than at most." $.autoscaler.spec.scaleTargetRef.name) }}
{{- end }}
{{- end }}
{{- end }}

{{- define "cloudshop.settings" -}}
{{- $data := .object.data }}
{{- range $service, $settings := .values.services }}
{{- if and $settings.settings (hasPrefix (printf "%s-config-" $service) $.object.metadata.name) }}
{{- $_ := mergeOverwrite $data $settings.settings }}
{{- end }}
{{- end }}
{{- end }}

{{/* Other names for the Secrets that are read below a node. */}}
{{- define "cloudshop.secrets" -}}
{{- $references := list "secretKeyRef" "secret" "passwordSecret" "accessKeyId" "secretAccessKey" }}
{{- $names := .names }}
{{- if kindIs "slice" .node }}
{{- range .node }}{{ include "cloudshop.secrets" (dict "node" . "names" $names) }}{{ end }}
{{- else if kindIs "map" .node }}
{{- range $key, $child := .node }}
{{- if and (has $key $references) (kindIs "map" $child) }}
{{- range $field := list "name" "secretName" }}
{{- with get $names (get $child $field | toString) }}{{ $_ := set $child $field . }}{{ end }}
{{- end }}
{{- end }}
{{- include "cloudshop.secrets" (dict "node" $child "names" $names) }}
{{- end }}
{{- end }}
{{- end }}
