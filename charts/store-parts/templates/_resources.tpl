{{/*
The resources of a container: dict "root" $ "resources" <limits, and requests or none>.
Requests that are not given are the chart's `requestedShare` of the limits.
*/}}
{{- define "parts.resources" -}}
{{- $limits := .resources.limits -}}
{{- $requests := .resources.requests | default dict -}}
{{- $share := .root.Values.requestedShare -}}
limits:
  cpu: {{ $limits.cpu | toString | quote }}
  memory: {{ $limits.memory | quote }}
requests:
  cpu: {{ $requests.cpu | default (printf "%dm" (max 1 (include "parts.millicores" $limits.cpu | float64 | mulf $share.cpu | int64))) | toString | quote }}
  memory: {{ $requests.memory | default (printf "%dMi" (max 1 (include "parts.mebibytes" $limits.memory | float64 | mulf $share.memory | int64))) | quote }}
{{- end -}}

{{/* A CPU quantity such as "250m" or "1.5" in thousandths of a core. */}}
{{- define "parts.millicores" -}}
{{- $cpu := toString . -}}
{{- if hasSuffix "m" $cpu }}{{ trimSuffix "m" $cpu }}{{ else }}{{ mulf (float64 $cpu) 1000 }}{{ end -}}
{{- end -}}

{{/* A memory quantity such as "2Gi" in MiB. */}}
{{- define "parts.mebibytes" -}}
{{- $unit := regexReplaceAll "^[0-9]+" . "" -}}
{{- $bytes := dict "" 1 "k" 1e3 "M" 1e6 "G" 1e9 "T" 1e12 "Ki" 1024 "Mi" 1048576 "Gi" 1073741824 "Ti" 1099511627776 -}}
{{- divf (mulf (regexFind "^[0-9]+" . | float64) (get $bytes $unit)) 1048576 -}}
{{- end -}}
