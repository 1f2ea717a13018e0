package chat.hubbub.web;

import org.springframework.http.HttpStatusCode;

/**
 * The refusal of a request that never reached a feature.
 *
 * @param code a stable code for programs
 * @param sentence one sentence for people
 */
record HttpFault(String code, String sentence) {

	static HttpFault of(HttpStatusCode status) {
		return switch (status.value()) {
			case 400 -> new HttpFault("request.malformed", "The request is malformed.");
			case 404 -> new HttpFault("address.unknown", "There is nothing at this address.");
			case 405 -> new HttpFault("request.method", "This address does not support this method.");
			case 406 -> new HttpFault("request.accept", "This address responds with JSON only.");
			case 413 -> new HttpFault("request.too-large", "The request is too large.");
			case 415 ->
				new HttpFault("request.content-type", "This address requires JSON: content-type application/json.");
			default -> new HttpFault("request.refused", "The request was refused.");
		};
	}

}
