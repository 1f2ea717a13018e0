package chat.hubbub.file;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import chat.hubbub.file.store.Blobs;

/**
 * The folder of files that are on their way, in the data folder of this process. It is
 * emptied at the start.
 */
@Component
class Reception implements InitializingBean {

	private static final String NAME = "uploads";

	private final Path folder;

	private final Blobs blobs;

	private final FreeSpace disk;

	private final Semaphore turns = new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

	Reception(@Value("${hubbub.data}") Path data, FileProperties settings, Blobs blobs) {
		this.folder = data.toAbsolutePath().resolve(NAME);
		this.blobs = blobs;
		this.disk = new FreeSpace(
				(settings.folder() != null) ? List.of(this.folder, settings.folder()) : List.of(this.folder), settings);
	}

	@Override
	public void afterPropertiesSet() throws IOException {
		Files.createDirectories(this.folder);
		try (DirectoryStream<Path> left = Files.newDirectoryStream(this.folder)) {
			for (Path file : left) {
				Files.delete(file);
			}
		}
		this.blobs.check();
	}

	/**
	 * Opens a place for a file.
	 * @throws FileRefused if the disk is nearly full
	 */
	Incoming open(long length) throws IOException {
		this.disk.require(length);
		return new Incoming(this.folder, this.disk, System::nanoTime, this.turns);
	}

}
