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
 * Keeps the banned away from all that HTTP offers, whichever way they say who they are.
 * The session alone decides for itself: whoever is an admin must be able to sign in from
 * an address where guests are banned, and whoever is banned to sign out. Thread-safe.
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
	 * Refuses who is banned; who has not signed in counts as a guest of their address.
	 */
	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		this.bans.check(Visitor.of(request.getUserPrincipal()).at(RemoteAddress.of(request)));
		return true;
	}

}
