{{/* Denies all traffic that no other policy allows. */}}
{{- define "parts.denyAll" -}}
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  {{- include "parts.metadata" (dict "root" $ "name" "deny-all") | nindent 2 }}
spec:
  podSelector: {}
  policyTypes: [Ingress, Egress]
{{- end -}}

{{/* Only the shop may connect to the database: dict "root" $ "port" <number>. */}}
{{- define "parts.databasePolicy" -}}
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  {{- include "parts.metadata" (dict "root" .root "name" "database" "component" "database") | nindent 2 }}
spec:
  podSelector:
    matchLabels:
      {{- include "parts.selector" (dict "root" .root "component" "database") | nindent 6 }}
  policyTypes: [Ingress]
  ingress:
    - from:
        - podSelector:
            matchLabels:
              {{- include "parts.selector" (dict "root" .root "component" "shop") | nindent 14 }}
      ports:
        - { protocol: TCP, port: {{ .port }} }
{{- end -}}

{{/* The allowed clients of the shop. */}}
{{- define "parts.fromIngress" -}}
- namespaceSelector:
    {{- toYaml .Values.ingress.from.namespaceSelector | nindent 4 }}
  podSelector:
    {{- toYaml .Values.ingress.from.podSelector | nindent 4 }}
{{- range .Values.ingress.from.ipBlocks }}
- ipBlock: { cidr: {{ . | quote }} }
{{- end }}
{{- end -}}

{{- define "parts.dnsRule" -}}
- to:
    - namespaceSelector:
        matchLabels: { kubernetes.io/metadata.name: kube-system }
      podSelector:
        matchLabels: { k8s-app: kube-dns }
    {{- range .Values.dns.ipBlocks }}
    - ipBlock: { cidr: {{ . | quote }} }
    {{- end }}
  ports:
    - { protocol: UDP, port: 53 }
    - { protocol: TCP, port: 53 }
{{- end -}}

{{/* The allowed connections of the shop: dict "root" $ "port" <the database's>. */}}
{{- define "parts.shopEgress" -}}
{{ include "parts.dnsRule" .root }}
- to:
    - podSelector:
        matchLabels:
          {{- include "parts.selector" (dict "root" .root "component" "database") | nindent 10 }}
  ports:
    - { protocol: TCP, port: {{ .port }} }
{{- with .root.Values.outside }}
{{- if .enabled }}
- to:
    - ipBlock:
        cidr: 0.0.0.0/0
        except:
          {{- toYaml .except | nindent 10 }}
    - ipBlock:
        cidr: ::/0
        except:
          {{- toYaml .exceptV6 | nindent 10 }}
  ports:
    {{- range .ports }}
    - { protocol: TCP, port: {{ . | int }} }
    {{- end }}
{{- end }}
{{- end }}
{{- end -}}
