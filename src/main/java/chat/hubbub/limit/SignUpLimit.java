package chat.hubbub.limit;

import java.net.InetAddress;
import java.net.UnknownHostException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Counts attempts to sign up before they cause any work. Thread-safe. */
@Component
class SignUpLimit implements HandlerInterceptor, WebMvcConfigurer {

	private static final String ADDRESS = SignUpLimit.class.getName();

	private final Attempts attempts;

	SignUpLimit(Attempts attempts) {
		this.attempts = attempts;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this).addPathPatterns("/api/accounts");
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		InetAddress address = HttpMethod.POST.matches(request.getMethod()) ? address(request) : null;
		this.attempts.signUp(address);
		request.setAttribute(ADDRESS, address);
		return true;
	}

	@Override
	public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable Exception fault) {
		if (response.getStatus() == HttpStatus.BAD_REQUEST.value()) {
			this.attempts.notSignedUp((InetAddress) request.getAttribute(ADDRESS));
		}
	}

	private static @Nullable InetAddress address(HttpServletRequest request) {
		try {
			return InetAddress.getByName(request.getRemoteAddr());
		}
		catch (UnknownHostException ex) {
			return null;
		}
	}

}
