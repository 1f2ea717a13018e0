package chat.hubbub.file;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Refuses uploads before the disk is full, because messages need it too. */
final class FreeSpace {

	private static final long PERCENT = 100;

	private final List<Path> folders;

	private final long bytes;

	private final int percent;

	FreeSpace(List<Path> folders, FileProperties settings) {
		this.folders = folders;
		this.bytes = settings.minFree().toBytes();
		this.percent = settings.minFreePercent();
	}

	/**
	 * Checks the disk of each folder.
	 * @param more the bytes that are about to be written
	 * @throws FileRefused if too little would be free
	 */
	void require(long more) {
		for (Path folder : this.folders) {
			if (isFull(folder, more)) {
				throw FileRefused.full();
			}
		}
	}

	private boolean isFull(Path folder, long more) {
		try {
			FileStore disk = Files.getFileStore(folder);
			long free = disk.getUsableSpace() - more;
			return free < this.bytes || free < disk.getTotalSpace() / PERCENT * this.percent;
		}
		catch (IOException ex) {
			return true;
		}
	}

}
