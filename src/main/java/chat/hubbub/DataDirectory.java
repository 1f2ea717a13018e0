package chat.hubbub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Makes the folder {@code hubbub.data} before anything opens the database in it: SQLite
 * makes files, not folders.
 */
public class DataDirectory implements EnvironmentPostProcessor, Ordered {

	@Override
	public int getOrder() {
		// After the configuration files have been read.
		return ConfigDataEnvironmentPostProcessor.ORDER + 1;
	}

	/**
	 * Makes the folder if it is not there.
	 * @throws IllegalStateException if it cannot be made
	 */
	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		Path folder = Path.of(environment.getProperty("hubbub.data", "data"));
		try {
			Files.createDirectories(folder);
		}
		catch (IOException ex) {
			throw new IllegalStateException(
					"Hubbub cannot make its data folder " + folder.toAbsolutePath() + "; set hubbub.data to another.",
					ex);
		}
	}

}
