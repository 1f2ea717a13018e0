package chat.hubbub.file.store;

import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLException;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The answers of an S3-compatible store that are faults, and its silence. */
final class S3Fault {

	private static final int NOT_FOUND = 404;

	private static final String NO_BUCKET = "NoSuchBucket";

	private static final Set<String> CREDENTIALS = Set.of("InvalidAccessKeyId", "SignatureDoesNotMatch",
			"InvalidSecurity", "ExpiredToken", "InvalidToken");

	private static final Set<String> REGION = Set.of("PermanentRedirect", "AuthorizationHeaderMalformed",
			"IllegalLocationConstraintException", "TemporaryRedirect");

	private S3Fault() {
	}

	/** The code of an answer, or an empty text. */
	private static String code(S3Exception fault) {
		return Optional.ofNullable(fault.awsErrorDetails()).map(AwsErrorDetails::errorCode).orElse("");
	}

	/** Whether there is no such object, in a bucket that there is. */
	static boolean isAbsent(RuntimeException fault) {
		return fault instanceof S3Exception answer && answer.statusCode() == NOT_FOUND
				&& !NO_BUCKET.equals(code(answer));
	}

	/** Says in a sentence what is wrong and what to do. */
	static String sentence(SdkException fault, S3Properties settings) {
		return (fault instanceof S3Exception answer) ? sentence(answer, settings) : silence(fault, settings);
	}

	private static String sentence(S3Exception answer, S3Properties settings) {
		String code = code(answer);
		if (code.equals(NO_BUCKET)) {
			return "There is no bucket " + settings.bucket() + " at " + settings.place()
					+ ": create it, or correct hubbub.files.s3.bucket.";
		}
		if (CREDENTIALS.contains(code)) {
			return "The store of files at " + settings.place() + " does not know the credentials (" + code
					+ "): correct hubbub.files.s3.access-key and hubbub.files.s3.secret-key.";
		}
		if (REGION.contains(code)) {
			return "The bucket " + settings.bucket() + " is not in the region " + settings.region()
					+ ": correct hubbub.files.s3.region.";
		}
		if (code.equals("RequestTimeTooSkewed")) {
			return "The clock of this machine differs from that of the store of files at " + settings.place()
					+ ": set it.";
		}
		if (answer.statusCode() == 403) {
			return "The store of files at " + settings.place() + " does not let this server list, read, write"
					+ " and delete objects in the bucket " + settings.bucket() + ": give it these rights.";
		}
		return "The store of files at " + settings.place() + " answered " + answer.statusCode() + " " + code
				+ " to a request for the bucket " + settings.bucket() + ": see its log.";
	}

	private static String silence(SdkException fault, S3Properties settings) {
		if (String.valueOf(fault.getMessage()).startsWith("Unable to load credentials")) {
			return "There are no credentials for the store of files: set hubbub.files.s3.access-key and"
					+ " hubbub.files.s3.secret-key, or those of the AWS SDK.";
		}
		String problem = " cannot be reached: start it, or correct hubbub.files.s3.endpoint.";
		if (hasCause(fault, UnknownHostException.class)) {
			problem = " has a name that is not known: correct hubbub.files.s3.endpoint.";
		}
		else if (hasCause(fault, SSLException.class)) {
			problem = " cannot be reached over TLS: its certificate must be one that Java trusts.";
		}
		return "The store of files at " + settings.place() + problem;
	}

	private static boolean hasCause(Throwable fault, Class<? extends Throwable> type) {
		for (@Nullable
		Throwable cause = fault; cause != null; cause = cause.getCause()) {
			if (type.isInstance(cause)) {
				return true;
			}
		}
		return false;
	}

}
