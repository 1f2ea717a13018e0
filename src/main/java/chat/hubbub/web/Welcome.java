package chat.hubbub.web;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import chat.hubbub.account.invite.Invites;

/** Logs the address of the page as soon as the server accepts connections. */
@Component
class Welcome {

	private static final Logger logger = LoggerFactory.getLogger(Welcome.class);

	private final Invites invites;

	Welcome(Invites invites) {
		this.invites = invites;
	}

	@EventListener
	void tell(ApplicationReadyEvent ready) {
		if (ready.getApplicationContext() instanceof WebServerApplicationContext context) {
			WebServer server = context.getWebServer();
			if (server != null) {
				PageAddress address = PageAddress.of(context.getEnvironment(), server.getPort());
				this.invites.inviteFirstAdmin().ifPresent((secret) -> inviteFirstAdmin(address, secret));
				logger.info("Hubbub is up: open {}", address);
			}
		}
	}

	/**
	 * The log may contain this secret, because only the people who run the server read
	 * it. The link works once, for a day.
	 */
	private static void inviteFirstAdmin(PageAddress address, String secret) {
		logger.info("This server has no admin yet. Create the first one within 24 hours at {}/start#{}", address,
				secret);
	}

}
