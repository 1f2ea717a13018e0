package chat.hubbub.web;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;

/** Answers some requests of a page in the server's place; the others pass. */
final class Canned {

	private final List<String> asked = new ArrayList<>();

	private final Page page;

	Canned(Page page) {
		this.page = page;
	}

	/**
	 * Answers a request from now on.
	 * @param request its method and path, with its query if it has one
	 */
	Canned answer(String request, int status, String json) {
		this.page.route((url) -> request.endsWith(" " + pathOf(url)), (route) -> {
			if (request.equals(nameOf(route.request()))) {
				fulfil(route, status, json);
			}
			else {
				route.fallback();
			}
		});
		return this;
	}

	Canned answer(String request, String json) {
		return answer(request, 200, json);
	}

	/** Refuses a request from now on. */
	Canned refuse(String request, int status, String code, String sentence) {
		return answer(request, status,
				"{\"status\":" + status + ",\"code\":\"" + code + "\",\"detail\":\"" + sentence + "\"}");
	}

	/** All requests so far, with their bodies. */
	List<String> asked() {
		return List.copyOf(this.asked);
	}

	private void fulfil(Route route, int status, String json) {
		String body = route.request().postData();
		this.asked.add(nameOf(route.request()) + ((body != null) ? " " + body : ""));
		route.fulfill(new Route.FulfillOptions().setStatus(status)
			.setContentType((status < 400) ? "application/json" : "application/problem+json")
			.setBody((status != 204) ? json : ""));
	}

	private static String nameOf(Request request) {
		return request.method() + " " + pathOf(request.url());
	}

	private static String pathOf(String url) {
		URI address = URI.create(url);
		return address.getRawPath() + ((address.getRawQuery() != null) ? "?" + address.getRawQuery() : "");
	}

}
