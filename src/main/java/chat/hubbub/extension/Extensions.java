package chat.hubbub.extension;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.DefaultResourceLoader;

/**
 * The jars of one folder, which a server takes in when it starts. Spring Boot finds their
 * auto-configurations as if the jars were on its class path. A jar that does not fit is
 * skipped, and the log says why.
 */
public final class Extensions {

	private static final Logger logger = LoggerFactory.getLogger(Extensions.class);

	private final List<Extension> fit = new ArrayList<>();

	// The log is set up later, when the application starts.
	private final List<Runnable> news = new ArrayList<>();

	private Extensions() {
	}

	/**
	 * Reads the jars of a folder without running any of their code.
	 * @param folder the folder; without it there are no extensions
	 * @return the extensions, in the order of their names
	 */
	public static Extensions in(Path folder) {
		Extensions extensions = new Extensions();
		if (Files.isDirectory(folder)) {
			extensions.readAll(folder.toAbsolutePath());
		}
		return extensions;
	}

	private void readAll(Path folder) {
		try (Stream<Path> files = Files.list(folder)) {
			files.filter((file) -> file.toString().endsWith(".jar")).sorted().forEach(this::read);
		}
		catch (IOException ex) {
			this.news.add(() -> logger.warn("The folder {} cannot be read, so there are no extensions.", folder, ex));
		}
	}

	private void read(Path jar) {
		try {
			this.fit.add(Extension.read(jar));
			this.news.add(() -> logger.info("Extension {}", jar));
		}
		catch (UnfitExtension ex) {
			this.news.add(() -> logger.warn("Skipped the extension {}. {}", jar, ex.getMessage()));
		}
	}

	/**
	 * Runs an application with the extensions. If it does not start because of one of
	 * them, the log names the jar.
	 * @param application the main class
	 * @param arguments Spring Boot's command line
	 * @return the running application
	 */
	public ConfigurableApplicationContext run(Class<?> application, String... arguments) {
		SpringApplication server = new SpringApplication(application);
		if (!this.fit.isEmpty()) {
			ClassLoader loader = loader(application.getClassLoader());
			Thread.currentThread().setContextClassLoader(loader);
			server.setResourceLoader(new DefaultResourceLoader(loader));
		}
		server.addInitializers((context) -> this.news.forEach(Runnable::run));
		server.addInitializers((context) -> context.getBeanFactory().registerSingleton("extensions", this));
		try {
			return server.run(arguments);
		}
		catch (RuntimeException | Error ex) {
			Culprit.of(this.fit, ex)
				.ifPresent((culprit) -> logger.error("The extension {} failed, so the server did not start.",
						culprit.jar()));
			throw ex;
		}
	}

	private ClassLoader loader(ClassLoader parent) {
		return new URLClassLoader("extensions", this.fit.stream().map(Extension::url).toArray(URL[]::new), parent);
	}

	/** The name of the jar with a class, if an extension has it. */
	Optional<String> nameOf(Class<?> type) {
		return this.fit.stream()
			.filter((extension) -> extension.classes().contains(type.getName()))
			.map(Extension::name)
			.findFirst();
	}

}
