"""The page that `rcoder serve` serves. Its script and fonts come from the same address; it names no other."""

PAGE = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>rcoder</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="css/xterm.css">
<script src="js/textual.js"></script>
<style>
@font-face { font-family: "Roboto Mono"; src: url("fonts/RobotoMono-VariableFont_wght.ttf"); font-weight: 100 700; }
@font-face {
  font-family: "Roboto Mono"; font-style: italic; font-weight: 100 700;
  src: url("fonts/RobotoMono-Italic-VariableFont_wght.ttf");
}
html, body { margin: 0; height: 100%; overflow: hidden; background: #14181d; color: #d8dee6; }
#closed { display: none; position: fixed; inset: 0; z-index: 9; background: #14181d; }
body.-closed #closed { display: grid; place-items: center; font: 16px "Roboto Mono", monospace; }
#closed a { color: #5b9bd5; }
#early { font-family: "Roboto Mono", monospace; position: absolute; visibility: hidden; }
</style>
</head>
<body>
<span id="early">rcoder</span>
<div id="terminal" class="textual-terminal" data-session-websocket-url="{{websocket}}" data-font-size="16"></div>
<div id="closed"><p>rcoder has ended here; everything done is saved. <a href="">Open it again</a></p></div>
<noscript>This page needs JavaScript; rcoder open works in a terminal.</noscript>
</body>
</html>
"""
