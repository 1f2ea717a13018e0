package chat.hubbub.file.store;

import java.net.URI;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code hubbub.files.s3.*} of files in an S3-compatible store.
 *
 * @param bucket the bucket; without one, files are in a folder
 * @param prefix the start of the keys in it
 * @param endpoint the address of the store, by default that of Amazon S3
 * @param region the region of the bucket
 * @param pathStyle whether addresses have the bucket in their path and not in their host;
 * by default only those of an endpoint
 * @param accessKey the id of the key; without one, the default chain of the AWS SDK finds
 * credentials
 * @param secretKey the secret of the key
 */
@ConfigurationProperties("hubbub.files.s3")
public record S3Properties(@Nullable String bucket, @DefaultValue("files/") String prefix, @Nullable URI endpoint,
		@DefaultValue("us-east-1") String region, @Nullable Boolean pathStyle, @Nullable String accessKey,
		@Nullable String secretKey) {

	private static final Pattern BUCKET = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{1,253}");

	private static final Pattern REGION = Pattern.compile("[A-Za-z0-9-]{1,63}");

	private static final Pattern PREFIX = Pattern.compile("(?:[A-Za-z0-9._-]{1,64}/){0,8}");

	/**
	 * Checks the settings.
	 * @throws IllegalArgumentException if one of them cannot be used
	 */
	public S3Properties {
		if (bucket != null && !BUCKET.matcher(bucket).matches()) {
			throw new IllegalArgumentException("hubbub.files.s3.bucket needs the name of a bucket");
		}
		if (!REGION.matcher(region).matches()) {
			throw new IllegalArgumentException("hubbub.files.s3.region needs the name of a region");
		}
		if (!PREFIX.matcher(prefix).matches()) {
			throw new IllegalArgumentException("hubbub.files.s3.prefix needs names that end with a slash, or nothing");
		}
		if (endpoint != null && !isAddress(endpoint)) {
			throw new IllegalArgumentException(
					"hubbub.files.s3.endpoint needs a whole address, such as https://s3.example.org");
		}
		if ((accessKey == null) != (secretKey == null)) {
			throw new IllegalArgumentException(
					"hubbub.files.s3.access-key and hubbub.files.s3.secret-key belong together");
		}
	}

	private static boolean isAddress(URI endpoint) {
		return ("http".equalsIgnoreCase(endpoint.getScheme()) || "https".equalsIgnoreCase(endpoint.getScheme()))
				&& endpoint.getHost() != null;
	}

	boolean hasBucketInPath() {
		return (this.pathStyle != null) ? this.pathStyle : this.endpoint != null;
	}

	/** The store, as an operator knows it. */
	String place() {
		return (this.endpoint != null) ? this.endpoint.toString() : "Amazon S3 in " + this.region;
	}

	/** Hides the secret. */
	@Override
	public String toString() {
		return "bucket " + this.bucket + " at " + place();
	}

}
