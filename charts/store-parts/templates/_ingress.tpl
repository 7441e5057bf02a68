{{/* The Ingress: dict "root" $ "ports" <list of dict "path" "port", ports of the shop's Service>. */}}
{{- define "parts.ingress" -}}
{{- $root := .root -}}
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  {{- include "parts.metadata" (dict "root" $root "name" "shop" "component" "shop") | nindent 2 }}
  {{- $issuer := dict }}
  {{- if and $root.Values.ingress.tls.enabled $root.Values.ingress.tls.clusterIssuer }}
  {{- $issuer = dict "cert-manager.io/cluster-issuer" $root.Values.ingress.tls.clusterIssuer }}
  {{- end }}
  {{- /* The limit of bodies follows that of uploads, with the other fields of a form. */}}
  {{- $bodySize := dict }}
  {{- with (($root.Values.runtime).php).uploadMib }}
  {{- with $root.Values.ingress.bodySizeAnnotation }}
  {{- $bodySize = dict . (printf "%dm" (add 8 (int $root.Values.runtime.php.uploadMib))) }}
  {{- end }}
  {{- end }}
  {{- with merge dict $bodySize $root.Values.ingress.annotations $issuer }}
  annotations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
spec:
  {{- with $root.Values.ingress.className }}
  ingressClassName: {{ . | quote }}
  {{- end }}
  {{- if $root.Values.ingress.tls.enabled }}
  tls:
    - hosts: [{{ include "parts.host" $root | quote }}]
      secretName: {{ $root.Values.ingress.tls.secretName | default (printf "%s-tls" $root.Release.Name) | quote }}
  {{- end }}
  rules:
    - host: {{ include "parts.host" $root | quote }}
      http:
        paths:
          {{- range .ports }}
          - path: {{ .path }}
            pathType: Prefix
            backend:
              service:
                name: {{ $root.Release.Name }}-shop
                port: { name: {{ .port }} }
          {{- end }}
{{- end -}}
