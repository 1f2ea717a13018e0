package chat.hubbub.webhook.incoming;

import chat.hubbub.webhook.HookRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SlackMessageTests {

	private static final JsonMapper JSON = new JsonMapper();

	@Test
	void readsTheTextAndTheAttachments() {
		assertThat(
				read("""
						{"text":"Build 7","username":"ci","icon_emoji":":x:","blocks":[],"attachments":[
						{"fallback":"2 tests failed","text":"not this"},{"pretext":"See","title":"Log","color":"danger"},{}]}"""))
			.isEqualTo("Build 7\n2 tests failed\nSee\nLog");
		assertThat(read("{\"attachments\":[{\"fallback\":\"only this\"}]}")).isEqualTo("only this");
		assertThat(read("{\"text\":null,\"attachments\":null}")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "[]", "7", "\"text\"", "null", "{\"text\":7}", "{\"text\":{}}", "{\"attachments\":{}}",
			"{\"attachments\":[7]}", "{\"text\":\"x\",\"attachments\":[{\"fallback\":[]}]}" })
	void refusesOtherTypes(String json) {
		assertThatExceptionOfType(HookRefused.class).isThrownBy(() -> read(json))
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo("body.malformed"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '§', quoteCharacter = '~',
			value = { "<https://a.example/x|the log> § [the log](https://a.example/x)",
					"<https://a.example/x> § https://a.example/x",
					"<https://a.example/x|a.example/x> § https://a.example/x",
					"<https://a.example|[1] of \\2> § [\\[1\\] of \\\\2](https://a.example)",
					"<mailto:a@b.example|write> § [write](mailto:a@b.example)", "<!here> hello § @here hello",
					"<!channel> § @here", "<@U123|ada> and <#C1|films> § @ada and #films", "<@U123> § @U123",
					"<!date^1^{date}|1 May> § 1 May", "a &lt;b&gt; &amp;amp; c § a <b> &amp; c",
					"1 < 2 > 0 § 1 < 2 > 0", "<b>bold</b> § <b>bold</b>", "<@> § <@>",
					"<javascript:alert(1)|x> § <javascript:alert(1)|x>", "<$1|\\> § <$1|\\>" })
	void translatesWhatStandsInBrackets(String slack, String markdown) {
		assertThat(SlackText.toMarkdown(slack)).isEqualTo(markdown);
	}

	private static String read(String json) {
		return SlackMessage.textOf(JSON.readTree(json));
	}

}
