{{/* What every pod of a store has in common: dict "root" $ "user" <uid and gid>. */}}
{{- define "store.podBasics" -}}
serviceAccountName: {{ .root.Release.Name }}
automountServiceAccountToken: false
enableServiceLinks: false
securityContext:
  runAsNonRoot: true
  runAsUser: {{ .user }}
  runAsGroup: {{ .user }}
  fsGroup: {{ .user }}
  fsGroupChangePolicy: OnRootMismatch
  seccompProfile:
    type: RuntimeDefault
{{- with .root.Values.images.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . | quote }}
  {{- end }}
{{- end }}
{{- end -}}

{{- define "store.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
{{- end -}}

{{/* The keys of the Secret that a container needs, as files: dict "root" $ "keys" <list>. */}}
{{- define "store.secretVolume" -}}
name: secrets
secret:
  secretName: {{ include "store.secretName" .root | quote }}
  {{- /* 0440, in the decimal that every YAML reader understands. */}}
  defaultMode: 288
  items:
    {{- range .keys }}
    - { key: {{ . }}, path: {{ . }} }
    {{- end }}
{{- end -}}

{{/* A literal for an env value: Kubernetes would read $(NAME) in it as a reference. */}}
{{- define "store.literal" -}}
{{- . | toString | replace "$" "$$" | toJson -}}
{{- end -}}
