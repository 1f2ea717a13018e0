package chat.hubbub.web;

import org.springframework.http.HttpStatusCode;

import chat.hubbub.words.Phrase;

/**
 * The refusal of a request that never reached a feature.
 *
 * @param code a stable code for programs
 * @param sentence one sentence for people
 */
record HttpFault(String code, Phrase sentence) {

	static HttpFault of(HttpStatusCode status) {
		return switch (status.value()) {
			case 400 -> new HttpFault("request.malformed", Phrase.of("request.malformed"));
			case 404 -> new HttpFault("address.unknown", Phrase.of("address.unknown"));
			case 405 -> new HttpFault("request.method", Phrase.of("request.method"));
			case 406 -> new HttpFault("request.accept", Phrase.of("request.accept"));
			case 413 -> new HttpFault("request.too-large", Phrase.of("request.too-large"));
			case 415 -> new HttpFault("request.content-type", Phrase.of("request.content-type"));
			default -> new HttpFault("request.refused", Phrase.of("request.refused"));
		};
	}

}
