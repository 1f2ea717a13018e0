package chat.hubbub.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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

	private static final String LOCK = "hubbub.lock";

	private static final String DATABASE = "hubbub.db";

	private Path folder = Path.of("data");

	private String url = "";

	private @Nullable FileChannel channel;

	@Override
	public void setEnvironment(Environment environment) {
		this.folder = Path.of(environment.getProperty("hubbub.data", "data")).toAbsolutePath().normalize();
		this.url = environment.getProperty("spring.datasource.url", "");
	}

	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
		try {
			Files.createDirectories(this.folder);
			this.channel = lock(this.folder.resolve(LOCK));
			if (this.url.startsWith("jdbc:sqlite:") && Files.exists(this.folder.resolve(DATABASE))) {
				StoreCheck.check(this.url);
			}
		}
		catch (SQLException ex) {
			throw new FatalBeanException("The database cannot be used", ex);
		}
		catch (IOException ex) {
			throw new StoreUnusable("Hubbub cannot write to its data folder " + this.folder
					+ ": make it writable, or set hubbub.data to another folder.", ex);
		}
	}

	/** Releases the folder for another server. */
	@Override
	public void destroy() throws IOException {
		if (this.channel != null) {
			this.channel.close();
		}
	}

	private FileChannel lock(Path file) throws IOException {
		FileChannel opened = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
		if (!isLocked(opened)) {
			opened.close();
			throw new StoreUnusable("Another Hubbub is using the data folder " + this.folder
					+ ": stop it, or set hubbub.data to another folder.");
		}
		return opened;
	}

	private static boolean isLocked(FileChannel channel) throws IOException {
		try {
			FileLock lock = channel.tryLock();
			return lock != null;
		}
		catch (OverlappingFileLockException ex) {
			// Another server in this process has the lock.
			return false;
		}
	}

}
