package main

import (
	"maps"
	"strconv"
	"strings"
)

// defaultMaxBodyBytes equals the default upload limit of the shops' PHP.
const defaultMaxBodyBytes = 64 << 20

type object = map[string]any
type list = []any

type listeners struct {
	http    string
	https   string
	storage string
}

// untrusted lists forwarding headers that only the ingress may set.
// Caddy itself replaces X-Forwarded-For, -Proto and -Host.
var untrusted = list{"Forwarded", "X-Forwarded-Port", "X-Forwarded-Prefix", "X-Forwarded-Server", "X-Forwarded-Ssl", "X-Real-Ip"}

// closing ends each connection after its response. A reload closes idle connections,
// and would reset one on which a client is sending its next request.
var closing = object{"handle": list{object{
	"handler": "headers",
	"response": object{
		"set":     object{"Connection": list{"close"}},
		"require": object{"status_code": list{2, 3, 4, 5}},
	},
}}}

func renderConfig(admin string, listen listeners, routes []route) object {
	rendered := renderRoutes(routes)
	server := func(address string) object {
		return object{
			"listen":          list{address},
			"protocols":       list{"h1", "h2"},
			"routes":          rendered,
			"automatic_https": object{"disable": true},
		}
	}
	secure := server(listen.https)
	secure["tls_connection_policies"] = list{object{}}
	return object{
		"admin":   object{"listen": "unix/" + admin, "origins": list{adminHost}, "config": object{"persist": false}},
		"logging": object{"logs": object{"default": object{"level": "ERROR"}}},
		"storage": object{"module": "file_system", "root": listen.storage},
		"apps": object{
			"http": object{
				"grace_period": "10s",
				"servers":      object{"http": server(listen.http), "https": secure},
			},
			"tls": object{"automation": object{"policies": list{
				object{"issuers": list{object{"module": "internal"}}, "on_demand": true},
			}}},
			"pki": object{"certificate_authorities": object{"local": object{"install_trust": false}}},
		},
	}
}

func renderRoutes(routes []route) list {
	rendered := list{closing}
	for _, one := range routes {
		match := object{"path": renderPaths(one)}
		if one.host != "" {
			match["host"] = list{one.host}
		}
		rendered = append(rendered, refuseTooLarge(match, one.bodyLimit()))
		rendered = append(rendered, object{"match": list{match}, "handle": renderHandlers(one), "terminal": true})
	}
	return append(rendered, object{"handle": list{
		page(404, "Store not found", "No store has this address. It may have been deleted, or the address may be misspelled."),
	}})
}

// refuseTooLarge refuses a body with a Content-Length before the request reaches the shop. Other bodies are cut off
// during the transfer.
func refuseTooLarge(match object, limit int64) object {
	tooLarge := object{"expression": "{http.request.header.Content-Length}.matches('^[0-9]{1,18}$') && int({http.request.header.Content-Length}) > " + strconv.FormatInt(limit, 10)}
	maps.Copy(tooLarge, match)
	return object{
		"match":    list{tooLarge},
		"handle":   list{page(413, "Too large", "This store accepts requests of up to "+strconv.FormatInt(limit>>20, 10)+" MB.")},
		"terminal": true,
	}
}

func renderPaths(one route) list {
	if one.exact {
		return list{one.path}
	}
	prefix := strings.TrimSuffix(one.path, "/")
	if prefix == "" {
		return list{"/*"}
	}
	return list{prefix, prefix + "/*"}
}

func renderHandlers(one route) list {
	if len(one.endpoints) == 0 {
		return list{page(503, "Not ready yet", "This store is starting or was stopped. This page reloads automatically.")}
	}
	upstreams := list{}
	for _, endpoint := range one.endpoints {
		upstreams = append(upstreams, object{"dial": endpoint})
	}
	return list{
		object{"handler": "request_body", "max_size": one.bodyLimit()},
		object{
			"handler":   "reverse_proxy",
			"upstreams": upstreams,
			"headers":   object{"request": object{"delete": untrusted}},
			"load_balancing": object{
				"selection_policy": object{"policy": "least_conn"},
				"try_duration":     "2s",
				"try_interval":     "50ms",
			},
			"transport": object{"protocol": "http", "dial_timeout": "2s"},
		},
	}
}

func page(status int, title, text string) object {
	headers := object{
		"Content-Type":  list{"text/html; charset=utf-8"},
		"Cache-Control": list{"no-store"},
	}
	if status == 503 {
		headers["Retry-After"] = list{"2"}
		headers["Refresh"] = list{"2"}
	}
	body := `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>` + title +
		`</title><style>body{font:16px/1.5 system-ui,sans-serif;max-width:34rem;margin:20vh auto;padding:0 1rem;color:#1c1917}h1{font-size:1.4rem}</style><h1>` +
		title + `</h1><p>` + text + `</p></html>` + "\n"
	return object{"handler": "static_response", "status_code": status, "headers": headers, "body": body}
}
