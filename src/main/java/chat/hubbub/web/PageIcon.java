package chat.hubbub.web;

import chat.hubbub.setting.ServerSettings;

/**
 * The addresses of the server's icon, relative to that of the page.
 *
 * @param type its content type in the tab
 * @param plain in the tab
 * @param news in the tab, while there is something new
 * @param logo in the page
 * @param touch on the screen of a phone
 */
public record PageIcon(String type, String plain, String news, String logo, String touch) {

	static PageIcon of(ServerSettings server, PageFiles files) {
		if (server.icon() == null) {
			String logo = files.of("logo.svg").get(0).address();
			return new PageIcon("image/svg+xml", logo, files.of("favicon-new.svg").get(0).address(), logo,
					files.of("icon-180.png").get(0).address());
		}
		return new PageIcon("image/png", form(server, "32"), form(server, "32-new"), form(server, "192"),
				form(server, "180"));
	}

	/** The address of a form of an icon that an admin has chosen. */
	static String form(ServerSettings server, String form) {
		return "icons/" + server.icon() + "/" + form + ".png";
	}

}
