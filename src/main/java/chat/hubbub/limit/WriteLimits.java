package chat.hubbub.limit;

import java.util.Optional;
import java.util.function.Function;

import io.github.bucket4j.TimeMeter;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import chat.hubbub.account.Secret;
import chat.hubbub.account.Visitor;
import chat.hubbub.net.ClientAddress;
import chat.hubbub.net.RemoteAddress;

/**
 * The rate limits of writes over HTTP, since each may add rows to the database. Guests
 * can change their names, so they count by address.
 */
@Component
class WriteLimits implements WebMvcConfigurer {

	private final LimitProperties limits;

	private final TimeMeter meter;

	WriteLimits(LimitProperties limits, TimeMeter meter) {
		this.limits = limits;
		this.meter = meter;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		add(registry, "/api/**", "rate.changes", this.limits.changes(), WriteLimits::accountOrAddress);
		add(registry, "/api/session", "rate.sessions", this.limits.addressSessions(), WriteLimits::address);
		add(registry, "/api/topics", "rate.address-topics", this.limits.addressTopics(), WriteLimits::address);
		add(registry, "/api/topics", "rate.topics", this.limits.topics(), WriteLimits::account);
		add(registry, "/api/conversations", "rate.conversations", this.limits.conversations(), WriteLimits::account);
		addSearch(registry, "/api/people", "rate.people", this.limits.people(), WriteLimits::account);
		addSearch(registry, "/api/search", "rate.searches", this.limits.searches(), WriteLimits::accountOrAddress);
		add(registry, "/hooks/*", "rate.address-messages", this.limits.addressMessages(), WriteLimits::address);
		add(registry, "/hooks/*", "rate.messages", this.limits.messages(), WriteLimits::hook);
		add(registry, "/api/account/avatar", "rate.avatars", this.limits.avatars(), WriteLimits::account);
	}

	private void add(InterceptorRegistry registry, String path, String what, Rate rate,
			Function<HttpServletRequest, Optional<Object>> who) {
		registry.addInterceptor(new WriteLimit(new Throttles(what, rate, this.meter), who)).addPathPatterns(path);
	}

	private void addSearch(InterceptorRegistry registry, String path, String what, Rate rate,
			Function<HttpServletRequest, Optional<Object>> who) {
		registry.addInterceptor(new SearchLimit(new Throttles(what, rate, this.meter), who)).addPathPatterns(path);
	}

	private static Optional<Object> accountOrAddress(HttpServletRequest request) {
		return account(request).or(() -> address(request));
	}

	private static Optional<Object> address(HttpServletRequest request) {
		return Optional.ofNullable(RemoteAddress.of(request)).map(ClientAddress::of);
	}

	/** By a hash, so that a long one takes no more memory. */
	private static Optional<Object> hook(HttpServletRequest request) {
		return Optional.of(new Secret(request.getServletPath()).hash());
	}

	private static Optional<Object> account(HttpServletRequest request) {
		return Optional.ofNullable(Visitor.of(request.getUserPrincipal()).account());
	}

}
