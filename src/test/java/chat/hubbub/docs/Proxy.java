package chat.hubbub.docs;

import java.util.List;
import java.util.Locale;

/** A proxy of Debian, which runs as its package runs it except for ports and folders. */
enum Proxy {

	NGINX("""
			daemon off;
			pid FOLDER/pid;
			user root;
			events {}
			http {
			  access_log off;
			  gzip on;
			  gzip_proxied any;
			  gzip_types *;
			  client_body_temp_path FOLDER/body;
			  proxy_temp_path FOLDER/proxy;
			  fastcgi_temp_path FOLDER/fastcgi;
			  uwsgi_temp_path FOLDER/uwsgi;
			  scgi_temp_path FOLDER/scgi;
			SNIPPET
			}
			""", "nginx", "-e", "stderr", "-p", "FOLDER", "-c", "CONFIG"),

	CADDY("""
			{
			  admin off
			  default_bind 127.0.0.1
			  auto_https disable_redirects
			}
			SNIPPET
			""", "caddy", "run", "--adapter", "caddyfile", "--config", "CONFIG"),

	HAPROXY("""
			defaults
			  mode http
			  timeout connect 5000
			  timeout client 50000
			  timeout server 50000
			SNIPPET
			""", "haproxy", "-db", "-f", "CONFIG"),

	APACHE2("""
			ServerRoot FOLDER
			ServerName localhost
			PidFile FOLDER/pid
			Mutex default:FOLDER
			ErrorLog FOLDER/log
			LoadModule mpm_event_module /usr/lib/apache2/modules/mod_mpm_event.so
			LoadModule authz_core_module /usr/lib/apache2/modules/mod_authz_core.so
			LoadModule alias_module /usr/lib/apache2/modules/mod_alias.so
			LoadModule headers_module /usr/lib/apache2/modules/mod_headers.so
			LoadModule ssl_module /usr/lib/apache2/modules/mod_ssl.so
			LoadModule proxy_module /usr/lib/apache2/modules/mod_proxy.so
			LoadModule proxy_http_module /usr/lib/apache2/modules/mod_proxy_http.so
			User nobody
			Group nogroup
			Timeout 60
			Listen 127.0.0.1:443
			SNIPPET
			""", "apache2", "-D", "FOREGROUND", "-f", "CONFIG");

	private final String frame;

	private final List<String> command;

	Proxy(String frame, String... command) {
		this.frame = frame;
		this.command = List.of(command);
	}

	/** The name of its package, its command and its block of the README. */
	String title() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** Its whole configuration, with places for the ports, the folder and the host. */
	String configuration(String snippet) {
		return this.frame.replace("SNIPPET\n", snippet);
	}

	/**
	 * The command that runs it in the foreground, with placeholders for its folder and
	 * configuration.
	 */
	List<String> command() {
		return this.command;
	}

}
