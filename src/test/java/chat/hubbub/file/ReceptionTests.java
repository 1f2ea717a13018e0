package chat.hubbub.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import chat.hubbub.file.Archive.FaultyBlobs;
import chat.hubbub.file.store.FolderBlobs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ReceptionTests {

	private static final String[] ANY_ROOM = { "min-free=0", "min-free-percent=0" };

	@TempDir
	Path folder;

	@Test
	void theStartTakesWhatWasOnItsWay() throws IOException {
		Path uploads = Files.createDirectory(this.folder.resolve("uploads"));
		Files.writeString(uploads.resolve("upload123.tmp"), "tea");
		Files.writeString(uploads.resolve("upload123.tmp.small"), "tea");
		reception(ANY_ROOM);
		assertThat(uploads).isEmptyDirectory();
	}

	@Test
	void takesNothingWhileTheDiskIsNearlyFull() throws IOException {
		reception(ANY_ROOM).open(1).close();
		assertFull(reception("min-free=1000TB", "min-free-percent=0"));
		assertFull(reception("min-free=0", "min-free-percent=200"));
	}

	/** The files may be on another disk than those on their way; here it is away. */
	@Test
	void looksAtTheDiskOfTheFilesToo() throws IOException {
		assertFull(reception("min-free=0", "min-free-percent=0", "folder=" + this.folder.resolve("away")));
	}

	private static void assertFull(Reception reception) {
		assertThatExceptionOfType(FileRefused.class).isThrownBy(() -> reception.open(1))
			.extracting(FileRefused::code)
			.isEqualTo("files.full");
	}

	private Reception reception(String... settings) throws IOException {
		Reception reception = new Reception(this.folder, FileSettings.of(settings),
				new FaultyBlobs(new FolderBlobs(this.folder.resolve("files"))));
		reception.afterPropertiesSet();
		return reception;
	}

}
