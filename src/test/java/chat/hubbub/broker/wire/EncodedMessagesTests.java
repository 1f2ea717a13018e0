package chat.hubbub.broker.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EncodedMessagesTests {

	private static final byte[] WRITTEN = EncodedMessages
		.write(List.of(EncodedMessage.event("/topic/chat.tea", 7, "{}".getBytes(StandardCharsets.UTF_8), "text")));

	@Test
	void areReadAsTheyWereWritten() {
		EncodedMessage read = EncodedMessages.read(WRITTEN).get(0);
		assertThat(read.destination()).isEqualTo("/topic/chat.tea");
		assertThat(read.seq()).isEqualTo(7);
		assertThat(EncodedMessages.write(List.of(read))).isEqualTo(WRITTEN);
	}

	@Test
	void ofAnUnknownFormatAreIgnored() {
		byte[] newer = WRITTEN.clone();
		newer[0] = 2;
		assertThat(EncodedMessages.read(newer)).isEmpty();
	}

	/** A length that is not true takes no memory. */
	@Test
	void areRefusedIfALengthIsTooLarge() {
		int text = new String(WRITTEN, StandardCharsets.ISO_8859_1).indexOf("text");
		byte[] forged = WRITTEN.clone();
		ByteBuffer.wrap(forged).putInt(text - Integer.BYTES, Integer.MAX_VALUE);
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> EncodedMessages.read(forged));
	}

	/** Rubbish never causes anything but an exception. */
	@Test
	void areRefusedOrReadWhateverTheirBytes() {
		Random random = new Random(7);
		for (int round = 0; round < 20_000; round++) {
			byte[] rubbish = Arrays.copyOf(WRITTEN, 1 + random.nextInt(WRITTEN.length));
			for (int change = random.nextInt(4); change >= 0; change--) {
				rubbish[random.nextInt(rubbish.length)] = (byte) random.nextInt();
			}
			try {
				EncodedMessages.read(rubbish);
			}
			catch (RuntimeException ex) {
				assertThat(ex).isNotNull();
			}
		}
	}

}
