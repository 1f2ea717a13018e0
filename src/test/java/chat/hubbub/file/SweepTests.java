package chat.hubbub.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;

import chat.hubbub.file.FileRows.Released;
import chat.hubbub.picture.PictureFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class SweepTests {

	private static final byte[] TEXT = "Earl Grey".getBytes(StandardCharsets.UTF_8);

	private static final String STRAY = "0".repeat(64) + "-01234567";

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
	void bytesGoWithTheirLastReference() throws IOException {
		byte[] picture = PictureFiles.corners("png", 900, 700);
		String first = this.archive.upload(picture);
		String second = this.archive.upload(picture);
		this.archive.cancel(first);
		this.archive.sweep.sweep();
		assertThat(this.archive.names()).hasSize(2);
		this.archive.cancel(second);
		this.archive.sweep.sweep();
		assertNothingIsLeft();
	}

	@Test
	void anUploadThatIsNotSentGoesAfterADay() throws IOException {
		this.archive.upload(TEXT);
		this.archive.clock.advance(Duration.ofDays(1));
		this.archive.sweep.sweep();
		assertThat(this.archive.names()).hasSize(1);
		this.archive.clock.advance(Duration.ofMillis(1));
		this.archive.sweep.sweep();
		assertNothingIsLeft();
	}

	/** A crash before the rows were stored, or after they were removed. */
	@Test
	void bytesWithoutARowGoAfterADay() throws IOException {
		this.archive.upload(TEXT);
		String kept = this.archive.names().get(0);
		Files.setLastModifiedTime(this.folder.resolve("files").resolve(kept.substring(0, 2)).resolve(kept),
				FileTime.fromMillis(0));
		for (String name : List.of(STRAY, STRAY + ".thumbnail", STRAY + ".part")) {
			this.archive.leave(name, Duration.ofHours(25));
		}
		String young = "1".repeat(64) + "-01234567";
		this.archive.leave(young, Duration.ofHours(23));
		this.archive.sweep.sweepStrays();
		assertThat(this.archive.names()).containsExactlyInAnyOrder(kept, young);
	}

	@Test
	void aRowWithoutAReferenceGoes() throws IOException {
		this.archive.upload(TEXT);
		this.archive.database().template().update("delete from attachment");
		this.archive.sweep.sweep();
		assertThat(this.archive.names()).hasSize(1);
		this.archive.sweep.sweepStrays();
		assertNothingIsLeft();
	}

	/** A crash between the row and the bytes. */
	@Test
	void bytesOfWhichThereIsANoteGoAtOnce() throws IOException {
		this.archive.leave(STRAY, Duration.ZERO);
		this.archive.rows.release(new Released("note", STRAY));
		this.archive.sweep.sweep();
		assertNothingIsLeft();
	}

	@Test
	void goesOnWhenTheStoreIsBack() throws IOException {
		this.archive.cancel(this.archive.upload(TEXT));
		this.archive.blobs.before = (step) -> {
			throw new IOException("away");
		};
		assertThatIOException().isThrownBy(this.archive.sweep::sweep);
		assertThat(this.archive.names()).hasSize(1);
		this.archive.blobs.before = (step) -> {
		};
		this.archive.sweep.sweep();
		assertNothingIsLeft();
	}

	/** Its bytes have another name, so that it does not matter which step is first. */
	@Test
	void keepsAFileThatIsUploadedWhileEqualBytesAreDeleted() throws IOException {
		this.archive.cancel(this.archive.upload(TEXT));
		this.archive.blobs.before = (step) -> {
			this.archive.blobs.before = (other) -> {
			};
			this.archive.upload(TEXT);
		};
		this.archive.sweep.sweep();
		assertThat(this.archive.names()).hasSize(1);
		assertThat(this.archive.count("stored_file")).isEqualTo(1);
		this.archive.sweep.sweepStrays();
		assertThat(this.archive.names()).hasSize(1);
	}

	private void assertNothingIsLeft() {
		assertThat(this.archive.names()).isEmpty();
		for (String table : List.of("stored_file", "attachment", "released_file")) {
			assertThat(this.archive.count(table)).as(table).isZero();
		}
	}

}
