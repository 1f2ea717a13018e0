package chat.hubbub.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The lock of a data folder, for one process. The operating system releases it when the
 * process ends in any way.
 */
final class FolderLock implements AutoCloseable {

	private static final String FILE = "hubbub.lock";

	private final FileChannel channel;

	private FolderLock(FileChannel channel) {
		this.channel = channel;
	}

	/**
	 * Creates a folder if it does not exist, and locks it.
	 * @throws StoreUnusable if another process has the lock, or the folder cannot be
	 * written
	 */
	static FolderLock of(Path folder) {
		try {
			Files.createDirectories(folder);
			FileChannel opened = FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE,
					StandardOpenOption.WRITE);
			if (!isLocked(opened)) {
				opened.close();
				throw new StoreUnusable("Another Hubbub is using the data folder " + folder
						+ ": stop it, or set hubbub.data to another folder.");
			}
			return new FolderLock(opened);
		}
		catch (IOException ex) {
			throw new StoreUnusable("Hubbub cannot write to its data folder " + folder
					+ ": make it writable, or set hubbub.data to another folder.", ex);
		}
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

	@Override
	public void close() throws IOException {
		this.channel.close();
	}

}
