package chat.hubbub.file.store;

import java.io.IOException;
import java.io.InputStream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

import org.springframework.core.io.AbstractResource;

/** An object of a bucket. It is asked once for its length. Not thread-safe. */
final class S3Resource extends AbstractResource {

	private static final Logger logger = LoggerFactory.getLogger(S3Resource.class);

	private static final long UNKNOWN = -1;

	private final S3Client client;

	private final S3Calls calls;

	private final String bucket;

	private final String key;

	private long length = UNKNOWN;

	S3Resource(S3Client client, S3Calls calls, String bucket, String key) {
		this.client = client;
		this.calls = calls;
		this.bucket = bucket;
		this.key = key;
	}

	/** Whether it is there, and the store too. */
	@Override
	public boolean exists() {
		try {
			return contentLength() >= 0;
		}
		catch (IOException ex) {
			logger.debug("An object cannot be read", ex);
			return false;
		}
	}

	@Override
	public long contentLength() throws IOException {
		if (this.length == UNKNOWN) {
			this.length = this.calls
				.answerReader(() -> this.client.headObject((request) -> request.bucket(this.bucket).key(this.key))
					.contentLength());
		}
		return this.length;
	}

	@Override
	public InputStream getInputStream() throws IOException {
		return new S3Stream(contentLength(), this::open);
	}

	private ResponseInputStream<GetObjectResponse> open(long from) throws IOException {
		return this.calls.answerReader(() -> this.client
			.getObject((request) -> request.bucket(this.bucket).key(this.key).range("bytes=" + from + "-")));
	}

	@Override
	public String getDescription() {
		return "an object in the bucket " + this.bucket;
	}

}
