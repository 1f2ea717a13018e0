package chat.hubbub.message;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The memory of the pages of the history that are on their way to clients, which may read
 * slowly. While it is scarce, pages are shorter. Thread-safe.
 */
@Component
class HistoryRoom implements WebMvcConfigurer, HandlerInterceptor {

	/** The bytes that each page may have in any case. */
	static final long LEAST_BYTES = 64 * 1024;

	private static final int HEAP_PART = 16;

	/** The heap bytes of a message without its text. */
	private static final int OWN_BYTES = 500;

	/** In a string with characters beyond Latin-1. */
	private static final int BYTES_PER_CHARACTER = 2;

	private static final String TAKEN = HistoryRoom.class.getName();

	private final AtomicLong free;

	@Autowired
	HistoryRoom() {
		this(Runtime.getRuntime().maxMemory() / HEAP_PART);
	}

	/** Room for so many bytes. */
	HistoryRoom(long bytes) {
		this.free = new AtomicLong(bytes);
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this).addPathPatterns(HistoryController.PATH);
	}

	/**
	 * Takes room for a page until the answer to a request is complete.
	 * @return the messages from its start for which there is room, at least one
	 */
	List<Posted> fit(List<Posted> page, HttpServletRequest request) {
		long own = 0;
		long taken = 0;
		int count = 0;
		for (Posted message : page) {
			long bytes = OWN_BYTES + BYTES_PER_CHARACTER * (message.text().length() + message.moreBytes());
			if (count == 0 || own + bytes <= LEAST_BYTES) {
				own += bytes;
			}
			else if (take(bytes)) {
				taken += bytes;
			}
			else {
				break;
			}
			count++;
		}
		request.setAttribute(TAKEN, taken);
		return (count < page.size()) ? List.copyOf(page.subList(0, count)) : page;
	}

	private boolean take(long bytes) {
		return this.free.getAndUpdate((now) -> (now >= bytes) ? now - bytes : now) >= bytes;
	}

	@Override
	public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable Exception fault) {
		if (request.getAttribute(TAKEN) instanceof Long taken) {
			request.removeAttribute(TAKEN);
			this.free.addAndGet(taken);
		}
	}

}
