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
 * Makes the folder {@code hubbub.data}, for SQLite makes files and not folders, and keeps
 * it to this process: two servers would number the same messages. It does so before
 * anything opens the database and lets go after everything has closed it. The operating
 * system lets go of the lock when the process ends, however it ends.
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
			if (Files.exists(this.folder.resolve(DATABASE))) {
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

	/** Lets another server have the folder. */
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
			// Another server in this very process has it.
			return false;
		}
	}

}
