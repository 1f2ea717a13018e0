package chat.hubbub;

import java.nio.file.Path;
import java.util.Arrays;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

import chat.hubbub.extension.Extensions;
import chat.hubbub.store.move.Move;

/** Starts Hubbub: {@code ./mvnw spring-boot:run} or {@code java -jar hubbub.jar}. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class HubbubApplication {

	/**
	 * Runs the server until the process is told to stop, with the extensions in the
	 * folder {@code extensions}; or moves a database.
	 * @param args Spring Boot's command line, e.g. {@code --server.port=9000}, or
	 * {@code move} and its options
	 */
	public static void main(String[] args) {
		if (args.length > 0 && args[0].equals(Move.COMMAND)) {
			System.exit(Move.run(Arrays.copyOfRange(args, 1, args.length)));
		}
		Extensions.in(Path.of("extensions")).run(HubbubApplication.class, args);
		SpareHeap.release();
	}

}
