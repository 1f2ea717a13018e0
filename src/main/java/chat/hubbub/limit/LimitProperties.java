package chat.hubbub.limit;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The limits of clients; 0 turns a limit off.
 *
 * @param enabled whether these limits apply
 * @param messages how often a user may SEND
 * @param addressMessages how often the users at one address together may SEND
 * @param subscribes how often a connection may SUBSCRIBE
 * @param typing how often a user may say that they are typing
 * @param marks how often a user may say how far they have read
 * @param signIns how often one may try to sign in under a name from an address, or
 * confirm one's password
 * @param nameSignIns how often one may try to sign in under a name from all addresses
 * before attempts have to wait
 * @param addressSignIns how often one may try to sign in from an address
 * @param addressSignUps how often one may sign up from an address
 * @param addressSessions how often one may come in from an address, as a guest or with a
 * password
 * @param topics how often an account may create a topic
 * @param addressTopics how often topics may be created from an address
 * @param searches how often a user may search in messages
 * @param people how often an account may search for people
 * @param conversations how often an account may open a conversation
 * @param avatars how often an account may upload a picture
 * @param changes how often an account, or an address without one, may change anything
 * over HTTP
 * @param connections how many connections a user may have
 * @param addressConnections how many connections there may be from an address
 */
@ConfigurationProperties("hubbub.limits")
record LimitProperties(@DefaultValue("true") boolean enabled, @DefaultValue("10/s burst 30") Rate messages,
		@DefaultValue("60/s burst 180") Rate addressMessages, @DefaultValue("20/s burst 200") Rate subscribes,
		@DefaultValue("2/s") Rate typing, @DefaultValue("5/s burst 20") Rate marks, @DefaultValue("5/min") Rate signIns,
		@DefaultValue("20/min burst 100") Rate nameSignIns, @DefaultValue("20/min") Rate addressSignIns,
		@DefaultValue("5/h") Rate addressSignUps, @DefaultValue("30/min burst 100") Rate addressSessions,
		@DefaultValue("10/h burst 20") Rate topics, @DefaultValue("30/h burst 60") Rate addressTopics,
		@DefaultValue("5/s burst 20") Rate searches, @DefaultValue("5/s burst 20") Rate people,
		@DefaultValue("60/h") Rate conversations, @DefaultValue("20/h") Rate avatars,
		@DefaultValue("2/s burst 60") Rate changes, @DefaultValue("20") int connections,
		@DefaultValue("200") int addressConnections) {

	LimitProperties {
		if (!enabled) {
			messages = Rate.UNLIMITED;
			addressMessages = Rate.UNLIMITED;
			subscribes = Rate.UNLIMITED;
			typing = Rate.UNLIMITED;
			marks = Rate.UNLIMITED;
			signIns = Rate.UNLIMITED;
			nameSignIns = Rate.UNLIMITED;
			addressSignIns = Rate.UNLIMITED;
			addressSignUps = Rate.UNLIMITED;
			addressSessions = Rate.UNLIMITED;
			topics = Rate.UNLIMITED;
			addressTopics = Rate.UNLIMITED;
			searches = Rate.UNLIMITED;
			people = Rate.UNLIMITED;
			conversations = Rate.UNLIMITED;
			avatars = Rate.UNLIMITED;
			changes = Rate.UNLIMITED;
			connections = 0;
			addressConnections = 0;
		}
	}

}
