package chat.hubbub.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import chat.hubbub.picture.PictureFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

class VaultTests {

	private static final byte[] TEXT = "Earl Grey".getBytes(StandardCharsets.UTF_8);

	@TempDir
	Path folder;

	private Archive archive;

	@BeforeEach
	void open() throws IOException {
		this.archive = new Archive(this.folder);
	}

	@AfterEach
	void close() {
		this.archive.close();
	}

	@Test
	void keepsEqualFilesOnce() throws IOException {
		this.archive.upload(TEXT);
		this.archive.upload(TEXT);
		this.archive.upload("Assam".getBytes(StandardCharsets.UTF_8));
		assertThat(this.archive.names()).hasSize(2);
		assertThat(this.archive.count("stored_file")).isEqualTo(2);
		assertThat(this.archive.count("attachment")).isEqualTo(3);
	}

	@Test
	void keepsFilesOnceThatComeAtTheSameTime() throws IOException {
		this.archive.blobs.before = (step) -> {
			this.archive.blobs.before = (other) -> {
			};
			this.archive.upload(TEXT);
		};
		this.archive.upload(TEXT);
		assertThat(this.archive.names()).hasSize(1);
		assertThat(this.archive.count("stored_file")).isEqualTo(1);
		assertThat(this.archive.count("attachment")).isEqualTo(2);
	}

	/** The picture has a small form, which is kept first. */
	@Test
	void leavesNothingOfAFileThatCannotBeKept() {
		byte[] picture = PictureFiles.corners("png", 900, 700);
		for (boolean small : new boolean[] { true, false }) {
			this.archive.blobs.before = (step) -> {
				if (step.startsWith("put ") && step.endsWith(".thumbnail") == small) {
					throw new IOException("No space left on device");
				}
			};
			assertThatIOException().isThrownBy(() -> this.archive.upload(picture));
			assertThat(this.archive.names()).isEmpty();
			assertThat(this.archive.count("stored_file")).isZero();
		}
	}

	@Test
	void leavesNothingOfAFileThatIsRefused() {
		assertThatExceptionOfType(FileRefused.class)
			.isThrownBy(() -> this.archive.refuse(PictureFiles.corners("png", 900, 700)));
		assertThat(this.archive.names()).isEmpty();
		assertThat(this.archive.count("stored_file")).isZero();
	}

}
