import { installAccount } from './features/account.js';
import { installAvatars } from './features/avatars.js';
import { installBlocks } from './features/blocks.js';
import { installConversations } from './features/conversations.js';
import { installDates } from './features/dates.js';
import { installDeletion } from './features/deletion.js';
import { installDrafts } from './features/drafts.js';
import { installEditing } from './features/editing.js';
import { installEmoji } from './features/emoji.js';
import { installFiles } from './features/files.js';
import { installFormatting } from './features/formatting.js';
import { installHighlighting } from './features/highlighting.js';
import { installHooks } from './features/hooks.js';
import { installIdentity } from './features/identity.js';
import { installKeeping } from './features/keeping.js';
import { installLeavingTopic } from './features/leaving-topic.js';
import { installLinkState } from './features/link-state.js';
import { installLinks } from './features/links.js';
import { installMentions } from './features/mentions.js';
import { installMore } from './features/more.js';
import { installName } from './features/name.js';
import { installNavigation } from './features/navigation.js';
import { installNotices } from './features/notices.js';
import { installPictures } from './features/pictures.js';
import { installPresence } from './features/presence.js';
import { installPreviews } from './features/previews.js';
import { installReading } from './features/reading.js';
import { installReactions } from './features/reactions.js';
import { installReporting } from './features/reporting.js';
import { installReplying } from './features/replying.js';
import { installSearch } from './features/search.js';
import { installServer } from './features/server.js';
import { installSharing } from './features/sharing.js';
import { installTopicCreation } from './features/topic-creation.js';
import { installTopicSettings } from './features/topic-settings.js';
import { installTopics } from './features/topics.js';
import { installTopicPreferences } from './features/topic-preferences.js';
import { installTyping } from './features/typing.js';
import { installUnread } from './features/unread.js';
import { installUnseen } from './features/unseen.js';
import { installWriting } from './features/writing.js';
/** @import { Feature } from './chat.js' */

/**
 * The features of the page, in the order in which a signal tells them.
 * @type {Feature[]}
 */
export const features = [
  installIdentity,
  installLinkState,
  installServer,
  installTopics,
  installConversations,
  installBlocks,
  installUnseen,
  installReading,
  installHighlighting,
  installPictures,
  installFiles,
  // Before the composer opens with it.
  installSharing,
  installWriting,
  installKeeping,
  installDrafts,
  installEmoji,
  installFormatting,
  installMentions,
  installReactions,
  installReplying,
  installEditing,
  installDeletion,
  installLinks,
  installPreviews,
  installDates,
  installReporting,
  installMore,
  installUnread,
  installTopicPreferences,
  installTopicCreation,
  installTopicSettings,
  installHooks,
  installLeavingTopic,
  installName,
  installAccount,
  installNavigation,
  installSearch,
  installNotices,
  installPresence,
  installTyping,
  // After all that draw initials.
  installAvatars,
];
