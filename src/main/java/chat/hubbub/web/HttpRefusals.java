package chat.hubbub.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.NestedRuntimeException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

import chat.hubbub.refusal.Refusal;
import chat.hubbub.refusal.RefusalCounts;
import chat.hubbub.store.StoreUnavailable;
import chat.hubbub.words.Language;
import chat.hubbub.words.Languages;
import chat.hubbub.words.RequestLanguage;

/** Refusals over HTTP, as problem details (RFC 9457) with Hubbub's {@code code}. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class HttpRefusals extends ResponseEntityExceptionHandler {

	private static final Logger logger = LoggerFactory.getLogger(HttpRefusals.class);

	private final RefusalCounts counts;

	HttpRefusals(RefusalCounts counts) {
		this.counts = counts;
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> refuse(Refusal refusal, HttpServletRequest request) {
		this.counts.count(refusal.code());
		Language language = RequestLanguage.of(request);
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(refusal.kind().status()),
				refusal.sentence(language));
		problem.setProperty("code", refusal.code());
		HttpHeaders headers = in(language);
		refusal.retryAfter().ifPresent((seconds) -> {
			headers.set(HttpHeaders.RETRY_AFTER, seconds.toString());
			problem.setProperty("retryAfter", seconds);
		});
		return new ResponseEntity<>(problem, headers, refusal.kind().status());
	}

	/**
	 * The store failed and the transaction was rolled back. This logs only one line,
	 * because the log may be on the same full disk.
	 */
	@ExceptionHandler({ UncategorizedSQLException.class, TransientDataAccessException.class,
			NonTransientDataAccessResourceException.class, TransactionException.class })
	ResponseEntity<ProblemDetail> refuseToStore(NestedRuntimeException ex, HttpServletRequest request) {
		logger.warn("The store failed during a request: {}", String.valueOf(ex.getMostSpecificCause().getMessage()));
		return refuse(new StoreUnavailable(), request);
	}

	/** Adds a code to Spring's own refusals and hides the exception's text. */
	@Override
	protected @Nullable ResponseEntity<Object> handleExceptionInternal(Exception ex, @Nullable Object body,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		Language language = (request instanceof ServletWebRequest web) ? RequestLanguage.of(web.getRequest())
				: Languages.ENGLISH;
		HttpFault fault = HttpFault.of(status);
		this.counts.count(fault.code());
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, fault.sentence().in(language));
		problem.setProperty("code", fault.code());
		HttpHeaders all = in(language);
		all.putAll(headers);
		return super.handleExceptionInternal(ex, problem, all, status, request);
	}

	/** The headers of a response that is for people. */
	private static HttpHeaders in(Language language) {
		HttpHeaders headers = new HttpHeaders();
		headers.set(HttpHeaders.CONTENT_LANGUAGE, language.lang());
		headers.set(HttpHeaders.VARY, RequestLanguage.VARY);
		return headers;
	}

}
