package chat.hubbub.file;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The settings of files in messages.
 *
 * @param folder the folder in which they are; by default {@code files} in the data folder
 * @param maxSize the maximum size of a file
 * @param guests whether guests may upload files
 * @param accountDaily the maximum size of the files that an account uploads in a day; 0
 * for no limit
 * @param addressDaily the same for the guests at an address
 * @param minFree uploads are refused while less of the disk is free
 * @param minFreePercent the same in hundredths of the disk
 */
@ConfigurationProperties("hubbub.files")
public record FileProperties(@Nullable Path folder, @DefaultValue("25MB") DataSize maxSize,
		@DefaultValue("false") boolean guests, @DefaultValue("500MB") DataSize accountDaily,
		@DefaultValue("50MB") DataSize addressDaily, @DefaultValue("1GB") DataSize minFree,
		@DefaultValue("10") int minFreePercent) {

	/**
	 * Checks the settings.
	 * @throws IllegalArgumentException if the maximum size is negative or larger than 2
	 * GB
	 */
	public FileProperties {
		if (maxSize.toBytes() < 0 || maxSize.toBytes() > Integer.MAX_VALUE) {
			throw new IllegalArgumentException("hubbub.files.max-size must be 0 to 2047MB");
		}
	}

}
