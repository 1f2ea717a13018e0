package chat.hubbub.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.FatalBeanException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Creates the folder {@code hubbub.data}, because SQLite creates only files, and locks it
 * for this process, because two servers would give the same numbers to different
 * messages. The lock is taken before the database is opened and released after it is
 * closed. The operating system releases it when the process ends in any way.
 */
@Component
class DataFolder implements BeanFactoryPostProcessor, EnvironmentAware, DisposableBean {

	private static final String DATABASE = "hubbub.db";

	private Path folder = Path.of("data");

	private String url = "";

	private @Nullable FolderLock lock;

	@Override
	public void setEnvironment(Environment environment) {
		this.folder = Path.of(environment.getProperty("hubbub.data", "data")).toAbsolutePath().normalize();
		this.url = environment.getProperty("spring.datasource.url", "");
	}

	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
		this.lock = FolderLock.of(this.folder);
		try {
			if (this.url.startsWith("jdbc:sqlite:") && Files.exists(this.folder.resolve(DATABASE))) {
				StoreCheck.check(this.url);
			}
		}
		catch (SQLException ex) {
			throw new FatalBeanException("The database cannot be used", ex);
		}
		catch (IOException ex) {
			throw new FatalBeanException("The migrations cannot be read", ex);
		}
	}

	/** Releases the folder for another server. */
	@Override
	public void destroy() throws IOException {
		if (this.lock != null) {
			this.lock.close();
		}
	}

}
