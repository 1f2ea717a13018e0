package chat.hubbub.broker.connection;

import java.security.Principal;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.messaging.simp.stomp.StompCommand;

import chat.hubbub.broker.BrokerProperties;
import chat.hubbub.broker.fanout.Resume;
import chat.hubbub.broker.wire.CloseCode;
import chat.hubbub.broker.wire.Fault;
import chat.hubbub.broker.wire.Wire;
import chat.hubbub.stomp.FrameFault;
import chat.hubbub.stomp.HeartBeat;
import chat.hubbub.stomp.StompFrame;
import chat.hubbub.stomp.StompVersion;
import chat.hubbub.words.Languages;

/**
 * The negotiation of the version and the heart-beats (STOMP 1.2, Connecting).
 *
 * @param connection the connection
 * @param limits the limits of connections
 * @param subProtocol the negotiated WebSocket sub-protocol, or {@code null}
 */
record Negotiation(Connection connection, BrokerProperties limits, @Nullable String subProtocol) {

	private static final String SERVER = "Hubbub";

	/**
	 * Reads the terms of a CONNECT without answering it.
	 * @return the agreed terms, or {@code null} if the client was refused
	 * @throws FrameFault if a header is invalid
	 */
	@Nullable Terms agree(StompFrame frame) {
		Languages.accepted(frame.header("accept-language")).ifPresent(this.connection.output()::speak);
		Optional<StompVersion> agreed = StompVersion.negotiate(frame.header("accept-version"), this.subProtocol);
		if (agreed.isEmpty()) {
			refuseVersion();
			return null;
		}
		StompVersion version = agreed.get();
		HeartBeat wanted = version.hasHeartBeats() ? HeartBeat.parse(frame.header("heart-beat")) : HeartBeat.NONE;
		this.connection.output().speak(new Wire.Stomp(version, this.connection.output().wire().framing()));
		return new Terms(version, wanted);
	}

	/**
	 * Answers CONNECT.
	 * @return whether the client is now connected
	 */
	boolean answer(StompFrame frame, Terms terms) {
		if (!this.connection.dispatch(StompCommand.CONNECT, frame.headers(), frame.body())) {
			return false;
		}
		HeartBeat ours = new HeartBeat(this.limits.heartBeat().toMillis(), this.limits.heartBeat().toMillis());
		this.connection.keepAlive().agree(terms.wanted().reads(ours), terms.wanted().writes(ours));
		this.connection.output()
			.send(new Wire.Stomp(terms.version(), this.connection.output().wire().framing())
				.chunk(connected(terms.version(), ours)));
		return true;
	}

	private StompFrame connected(StompVersion version, HeartBeat heartBeat) {
		Principal user = this.connection.user();
		return StompFrame.of("CONNECTED")
			.with("version", version.toString())
			.with("heart-beat", version.hasHeartBeats() ? heartBeat.toString() : null)
			.with("server", SERVER)
			.with("session", this.connection.id())
			.with(Resume.EPOCH, this.connection.epoch().orElse(null))
			.with("user-name", (user != null) ? user.getName() : null);
	}

	/**
	 * Tells a client without a common version which versions the server supports (STOMP
	 * 1.2, Protocol Negotiation).
	 */
	private void refuseVersion() {
		Fault.Told fault = Fault.of(FrameFault.version(), null).in(this.connection.output().language());
		Wire.Stomp wire = new Wire.Stomp(StompVersion.V1_0, this.connection.output().wire().framing());
		this.connection.output()
			.close(wire.chunk(StompFrame.of("ERROR")
				.with("version", StompVersion.ALL)
				.with("message", fault.message())
				.with("code", fault.code())), CloseCode.PROTOCOL_ERROR, fault.message());
	}

	/**
	 * The agreed terms.
	 *
	 * @param version the negotiated version
	 * @param wanted the client's heart-beats
	 */
	record Terms(StompVersion version, HeartBeat wanted) {

	}

}
