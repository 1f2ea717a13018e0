package chat.hubbub.file;

import java.io.IOException;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpRange;

/** The part of a file that a request asks for (RFC 9110, 14). */
enum Wanted {

	/** Its size and type, without a byte of it. */
	HEADERS,

	/** All of it. A server may ignore ranges, and must if they are of another file. */
	WHOLE,

	/** Ranges, which Spring reads from the request once more. */
	RANGES,

	/** Only bytes behind its end. */
	NOTHING;

	static Wanted by(HttpServletRequest request, String tag, Resource bytes) throws IOException {
		if (HttpMethod.HEAD.matches(request.getMethod())) {
			return HEADERS;
		}
		String ranges = request.getHeader(HttpHeaders.RANGE);
		String condition = request.getHeader(HttpHeaders.IF_RANGE);
		if (ranges == null || (condition != null && !condition.equals(tag))) {
			return WHOLE;
		}
		try {
			return by(HttpRange.parseRanges(ranges), bytes);
		}
		// Not in bytes, badly formed, or together more than the file.
		catch (IllegalArgumentException ex) {
			return WHOLE;
		}
	}

	private static Wanted by(List<HttpRange> ranges, Resource bytes) throws IOException {
		long length = bytes.contentLength();
		if (!ranges.isEmpty() && ranges.stream().allMatch((range) -> range.getRangeStart(length) >= length)) {
			return NOTHING;
		}
		return HttpRange.toResourceRegions(ranges, bytes).isEmpty() ? WHOLE : RANGES;
	}

}
