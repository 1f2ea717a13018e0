package chat.hubbub.file;

import java.nio.file.Path;
import java.util.Map;

import chat.hubbub.file.store.Blobs;
import chat.hubbub.file.store.BlobsUnusable;
import chat.hubbub.file.store.FolderBlobs;
import chat.hubbub.file.store.S3Blobs;
import chat.hubbub.file.store.S3Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ExtendWith(OutputCaptureExtension.class)
class FileConfigurationTests {

	private static final String WARNING = "The other nodes cannot read the files that this node keeps";

	@TempDir
	private Path data;

	@Test
	void aNodeWithAFolderOfItsOwnWarns(CapturedOutput output) {
		assertThat(blobs(true, Map.of())).isInstanceOf(FolderBlobs.class);
		assertThat(output.getAll()).contains(WARNING);
	}

	@Test
	void aSingleServerAndASharedFolderAndABucketNeedNoWarning(CapturedOutput output) {
		assertThat(blobs(false, Map.of())).isInstanceOf(FolderBlobs.class);
		assertThat(blobs(true, Map.of("hubbub.files.folder", "/srv/files"))).isInstanceOf(FolderBlobs.class);
		try (S3Blobs bucket = (S3Blobs) blobs(true, Map.of("hubbub.files.s3.bucket", "tea"))) {
			assertThat(bucket.get("name").getDescription()).contains("tea");
		}
		assertThat(output.getAll()).doesNotContain(WARNING);
	}

	@Test
	void filesAreInOnePlace() {
		Map<String, String> both = Map.of("hubbub.files.folder", "/srv/files", "hubbub.files.s3.bucket", "tea");
		assertThatExceptionOfType(BlobsUnusable.class).isThrownBy(() -> blobs(false, both))
			.withMessage("Files are either in a folder or in a bucket: remove hubbub.files.folder"
					+ " or hubbub.files.s3.bucket.");
	}

	private Blobs blobs(boolean cluster, Map<String, String> settings) {
		Binder binder = new Binder(new MapConfigurationPropertySource(settings));
		return new FileConfiguration().blobs(this.data, binder.bindOrCreate("hubbub.files", FileProperties.class),
				binder.bindOrCreate("hubbub.files.s3", S3Properties.class), cluster);
	}

}
