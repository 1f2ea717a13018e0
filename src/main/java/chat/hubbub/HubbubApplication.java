package chat.hubbub;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts Hubbub: {@code ./mvnw spring-boot:run} or {@code java -jar hubbub.jar}. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class HubbubApplication {

	/**
	 * Runs the server until the process is told to stop.
	 * @param args Spring Boot's command line, e.g. {@code --server.port=9000}
	 */
	public static void main(String[] args) {
		SpringApplication.run(HubbubApplication.class, args);
		SpareHeap.release();
	}

}
