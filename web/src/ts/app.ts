// What makes pages smooth. Every page works without any of it: each island enhances markup that is complete by itself.
import "htmx.org";
import { startConfirm } from "./confirm";
import { startCopy } from "./copy";
import { startDialogs } from "./dialogs";
import { startDrafts } from "./drafts";
import { startDrawings } from "./drawings";
import { startDrop } from "./drop";
import { startForms } from "./forms";
import { startGrid } from "./grid";
import { startHeaders } from "./headers";
import { startKeys } from "./keys";
import { startPicks } from "./picks";
import { startTimes } from "./times";
import { startTokens } from "./tokens";

startHeaders();
startConfirm();
startCopy();
startDialogs();
startDrafts();
startDrawings();
startDrop();
startForms();
startGrid();
startKeys();
startPicks();
startTimes();
startTokens();
