package chat.hubbub.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import chat.hubbub.account.Bans;
import chat.hubbub.account.Visitor;
import chat.hubbub.net.RemoteAddress;

/**
 * Refuses HTTP requests of banned users, with any kind of sign-in. The address of the
 * session is excepted: an admin must be able to sign in from an address where guests are
 * banned, and a banned user must be able to sign out. Thread-safe.
 */
@Component
class BanGate implements HandlerInterceptor, WebMvcConfigurer {

	private final Bans bans;

	BanGate(Bans bans) {
		this.bans = bans;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this).addPathPatterns("/api/**").excludePathPatterns("/api/session");
	}

	/**
	 * Refuses a banned user. A user without a sign-in counts as a guest at the address.
	 */
	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		this.bans.check(Visitor.of(request.getUserPrincipal()).at(RemoteAddress.of(request)));
		return true;
	}

}
