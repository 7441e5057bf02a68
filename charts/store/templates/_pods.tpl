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

{{/* The Secret's keys that a container needs, as files: dict "root" $ "keys" <list>. */}}
{{- define "store.secretVolume" -}}
name: secrets
secret:
  secretName: {{ include "store.secretName" .root | quote }}
  # 0440, in the decimal that every YAML reader understands.
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

{{- define "store.connectionEnv" -}}
- { name: DATABASE_HOST, value: {{ printf "%s-database" .Release.Name | quote }} }
- { name: STORE_TYPE, value: {{ .Values.store.type | quote }} }
- { name: STORE_URL, value: {{ include "store.url" . | quote }} }
{{- end -}}

{{- define "store.setupEnv" -}}
{{- $store := .Values.store -}}
- { name: STORE_TITLE, value: {{ include "store.literal" $store.title }} }
- { name: STORE_ADMIN_USER, value: {{ include "store.literal" $store.adminUser }} }
- { name: STORE_ADMIN_EMAIL, value: {{ include "store.literal" $store.adminEmail }} }
- { name: STORE_COUNTRY, value: {{ $store.country | quote }} }
- { name: STORE_CURRENCY, value: {{ $store.currency | quote }} }
- { name: STORE_SAMPLE_PRODUCT, value: {{ $store.sampleProduct | toString | quote }} }
{{- end -}}

{{- define "store.shopMounts" -}}
- { name: data, mountPath: /var/lib/shop }
- { name: secrets, mountPath: /run/secrets/storeyard, readOnly: true }
- { name: run, mountPath: /run }
- { name: tmp, mountPath: /tmp }
{{- end -}}

{{- define "store.shopVolumes" -}}
- name: data
  persistentVolumeClaim:
    claimName: {{ .root.Release.Name }}-shop
- {{ include "store.secretVolume" . | nindent 2 | trim }}
- name: run
  emptyDir: { sizeLimit: 64Mi }
- name: tmp
  emptyDir: { sizeLimit: 1Gi }
{{- end -}}
