package chat.hubbub.preview;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DeclaredTypeTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "text/html | true | ", "text/html; charset=utf-8 | true | utf-8",
			"Text/HTML;CHARSET=\"UTF-8\" | true | UTF-8", "text/html ;charset = 'iso-8859-1' ; x=y | true | iso-8859-1",
			"application/xhtml+xml;charset=utf8 | true | utf8", "text/html; charset=klingon | true | ",
			"text/html; charset=%% | true | ", "text/html; charset= | true | ",
			"text/plain; charset=utf-8 | false | utf-8", "application/json | false | ", "image/png | false | ",
			"text/html-x | false | ", "html | false | ", " | false | " })
	void isReadLeniently(@Nullable String header, boolean html, @Nullable String charset) {
		DeclaredType type = DeclaredType.of(header);
		assertThat(type.isHtml()).isEqualTo(html);
		assertThat(type.charset()).isEqualTo(charset);
	}

}
