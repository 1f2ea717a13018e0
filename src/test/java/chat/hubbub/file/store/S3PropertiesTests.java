package chat.hubbub.file.store;

import java.net.URI;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class S3PropertiesTests {

	private static final URI ENDPOINT = URI.create("https://s3.example.org");

	@Test
	void namesTheBucketInThePathOfAnEndpoint() {
		assertThat(settings("files/", ENDPOINT, null).hasBucketInPath()).isTrue();
		assertThat(settings("files/", ENDPOINT, false).hasBucketInPath()).isFalse();
		assertThat(settings("files/", null, null).hasBucketInPath()).isFalse();
	}

	@Test
	void hidesTheSecret() {
		S3Properties settings = new S3Properties("tea", "", ENDPOINT, "us-east-1", null, "ada", "correct horse");
		assertThat(settings).hasToString("bucket tea at https://s3.example.org");
	}

	/** A key without a slash at the end would be one of a neighbour. */
	@ParameterizedTest
	@ValueSource(strings = { "files", "/", "a//", "a b/", "ä/" })
	void needsAPrefixThatEndsWithASlash(String prefix) {
		assertThatIllegalArgumentException().isThrownBy(() -> settings(prefix, null, null))
			.withMessageContaining("hubbub.files.s3.prefix");
	}

	@ParameterizedTest
	@ValueSource(strings = { "s3.example.org", "localhost:9000", "ftp://example.org", "https:/x" })
	void needsAWholeAddress(String endpoint) {
		assertThatIllegalArgumentException().isThrownBy(() -> settings("", URI.create(endpoint), null))
			.withMessageContaining("hubbub.files.s3.endpoint");
	}

	@Test
	void needsBothHalvesOfAKey() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new S3Properties("tea", "", null, "us-east-1", null, "ada", null))
			.withMessageContaining("hubbub.files.s3.secret-key");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x", "a/b", "https://tea" })
	void needsTheNameOfABucket(String bucket) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new S3Properties(bucket, "", null, "us-east-1", null, null, null))
			.withMessageContaining("hubbub.files.s3.bucket");
	}

	private static S3Properties settings(String prefix, @Nullable URI endpoint, @Nullable Boolean pathStyle) {
		return new S3Properties("tea", prefix, endpoint, "us-east-1", pathStyle, null, null);
	}

}
