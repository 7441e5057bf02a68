{{/* What every pod of a store has in common: dict "root" $ "user" <uid and gid>. */}}
{{- define "parts.podBasics" -}}
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

{{- define "parts.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
{{- end -}}

{{/* The keys of the Secret that a container needs, as files: dict "root" $ "keys" <list> "name" <the volume's, or none>. */}}
{{- define "parts.secretVolume" -}}
name: {{ .name | default "secrets" }}
secret:
  secretName: {{ include "parts.secretName" .root | quote }}
  {{- /* 0440, in the decimal that every YAML reader understands. */}}
  defaultMode: 288
  items:
    {{- range .keys }}
    - { key: {{ . }}, path: {{ . }} }
    {{- end }}
{{- end -}}

{{/* A literal for an env value: Kubernetes would read $(NAME) in it as a reference. */}}
{{- define "parts.literal" -}}
{{- . | toString | replace "$" "$$" | toJson -}}
{{- end -}}
