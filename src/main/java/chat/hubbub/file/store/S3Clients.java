package chat.hubbub.file.store;

import java.time.Duration;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Makes clients of S3 whose every wait ends. */
final class S3Clients {

	/** More than the threads that could need one at the same time. */
	private static final int CONNECTIONS = 300;

	private S3Clients() {
	}

	/**
	 * A client.
	 * @param settings the store
	 * @param silence how long the store may say nothing
	 */
	static S3Client open(S3Properties settings, Duration silence) {
		S3ClientBuilder client = S3Client.builder()
			.region(Region.of(settings.region()))
			.forcePathStyle(settings.hasBucketInPath())
			// Without TLS a body is hashed before it is sent, in place of a framing that
			// not all stores know.
			.serviceConfiguration((s3) -> s3.chunkedEncodingEnabled(false))
			.credentialsProvider(credentials(settings))
			// Not all stores know the checksums that newer clients add to each request.
			.requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
			.responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
			.httpClientBuilder(Apache5HttpClient.builder()
				.maxConnections(CONNECTIONS)
				.connectionTimeout(silence.dividedBy(2))
				.connectionAcquisitionTimeout(silence)
				.socketTimeout(silence))
			.overrideConfiguration((all) -> all.apiCallTimeout(silence.plus(silence)));
		if (settings.endpoint() != null) {
			client.endpointOverride(settings.endpoint());
		}
		return client.build();
	}

	private static AwsCredentialsProvider credentials(S3Properties settings) {
		if (settings.accessKey() == null || settings.secretKey() == null) {
			return DefaultCredentialsProvider.builder().build();
		}
		return StaticCredentialsProvider.create(AwsBasicCredentials.create(settings.accessKey(), settings.secretKey()));
	}

}
