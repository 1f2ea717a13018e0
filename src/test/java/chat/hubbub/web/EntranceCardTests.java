package chat.hubbub.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

class EntranceCardTests {

	/** Or the card would change under its reader when the script has come. */
	@ParameterizedTest
	@CsvSource({ "true, true, false", "false, false, false", "true, false, true" })
	void saysWhatThePagesScriptSays(boolean guests, boolean open, boolean invited) throws IOException {
		String script = new ClassPathResource("static/model/entrance.js").getContentAsString(StandardCharsets.UTF_8);
		EntranceCard card = EntranceCard.first(guests, open, invited);
		Stream.concat(Stream.of(card.title(), card.lead(), card.nameHint(), card.button()), card.others().stream())
			.forEach((words) -> assertThat(script).contains("'" + words + "'"));
	}

}
