package chat.hubbub.file.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

class FolderBlobsTests extends BlobsTests {

	@Override
	Blobs blobs() {
		return new FolderBlobs(this.folder.resolve("files"));
	}

	@Test
	void saysWhereItCannotWrite() throws IOException {
		Path file = Files.createFile(this.folder.resolve("file"));
		assertThatExceptionOfType(BlobsUnusable.class).isThrownBy(() -> new FolderBlobs(file).check())
			.withMessage("Hubbub cannot write to its folder of files " + file
					+ ": make it writable, or set hubbub.files.folder to another folder.");
	}

	/** Also as root, who may write where others may not. */
	@Test
	void aProbeFailsWhereNoFileCanBe() throws IOException {
		Path files = Files.createDirectory(this.folder.resolve("files"));
		FolderBlobs blobs = new FolderBlobs(files);
		Files.createFile(files.resolve("ch"));
		assertThatIOException().isThrownBy(blobs::probe);
		Files.delete(files.resolve("ch"));
		blobs.probe();
		Files.delete(files.resolve("ch"));
		Files.delete(files);
		assertThatIOException().isThrownBy(blobs::probe);
		assertThat(files).doesNotExist();
	}

}
