{{- define "parts.name" -}}
{{- if not (regexMatch "^[a-z]([a-z0-9-]{0,38}[a-z0-9])?$" .Release.Name) -}}
{{- fail (printf "The release name %q can't be a store's: 1 to 40 lower-case letters, digits and hyphens, beginning with a letter." .Release.Name) -}}
{{- end -}}
{{- .Values.store.name | default .Release.Name -}}
{{- end -}}

{{- define "parts.host" -}}
{{- .Values.store.host | default (printf "store-%s.%s" (include "parts.name" .) .Values.store.domain) -}}
{{- end -}}

{{- define "parts.url" -}}
{{- $scheme := ternary "https" "http" .Values.ingress.tls.enabled -}}
{{- $port := ternary (printf ":%d" (int .Values.store.port)) "" (gt (int .Values.store.port) 0) -}}
{{- .Values.store.url | default (printf "%s://%s%s" $scheme (include "parts.host" .) $port) -}}
{{- end -}}

{{- define "parts.secretName" -}}
{{- .Values.existingSecret | default (printf "%s-credentials" .Release.Name) -}}
{{- end -}}

{{- define "parts.selector" -}}
app.kubernetes.io/name: store
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .component }}
{{- end -}}

{{/* Labels of pods. Without the chart's version, because a new version would restart every shop. */}}
{{- define "parts.podLabels" -}}
app.kubernetes.io/name: store
app.kubernetes.io/instance: {{ .root.Release.Name }}
{{- with .component }}
app.kubernetes.io/component: {{ . }}
{{- end }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
storeyard.dev/store: {{ include "parts.name" .root | quote }}
{{- end -}}

{{/* The metadata of an object: dict "root" $ "name" <suffix or empty> "component" <optional>. */}}
{{- define "parts.metadata" -}}
name: {{ if .name }}{{ printf "%s-%s" .root.Release.Name .name }}{{ else }}{{ .root.Release.Name }}{{ end }}
namespace: {{ .root.Release.Namespace }}
labels:
  {{- include "parts.podLabels" . | nindent 2 }}
  helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version | replace "+" "_" }}
{{- end -}}
