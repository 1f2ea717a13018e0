package chat.hubbub;

import java.nio.file.Path;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

import chat.hubbub.extension.Extensions;

/** Starts Hubbub: {@code ./mvnw spring-boot:run} or {@code java -jar hubbub.jar}. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class HubbubApplication {

	/**
	 * Runs the server until the process is told to stop, with the extensions in the
	 * folder {@code extensions}.
	 * @param args Spring Boot's command line, e.g. {@code --server.port=9000}
	 */
	public static void main(String[] args) {
		Extensions.in(Path.of("extensions")).run(HubbubApplication.class, args);
		SpareHeap.release();
	}

}
