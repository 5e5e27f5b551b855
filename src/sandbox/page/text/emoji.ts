/** Short names an app is likely to use; one it does not know stays readable as `:name:`. */
const TABLE = `
smile 😄 smiley 😃 grinning 😀 grin 😁 laughing 😆 satisfied 😆 joy 😂 rofl 🤣 slightly_smiling_face 🙂 simple_smile 🙂 wink 😉 blush 😊 innocent 😇
heart_eyes 😍 star-struck 🤩 kissing_heart 😘 yum 😋 thinking_face 🤔 neutral_face 😐 expressionless 😑 no_mouth 😶 smirk 😏 unamused 😒
face_with_rolling_eyes 🙄 grimacing 😬 relieved 😌 pensive 😔 sleepy 😪 sleeping 😴 mask 😷 sunglasses 😎 nerd_face 🤓 confused 😕 worried 😟
slightly_frowning_face 🙁 open_mouth 😮 hushed 😯 astonished 😲 flushed 😳 cry 😢 sob 😭 scream 😱 disappointed 😞 sweat 😓 sweat_smile 😅 tired_face 😫
angry 😠 rage 😡 partying_face 🥳 hugging_face 🤗 zipper_mouth_face 🤐 shushing_face 🤫 saluting_face 🫡 melting_face 🫠 upside_down_face 🙃
wave 👋 raised_hand ✋ ok_hand 👌 v ✌️ crossed_fingers 🤞 point_left 👈 point_right 👉 point_up ☝️ point_up_2 👆 point_down 👇 +1 👍 thumbsup 👍 -1 👎
thumbsdown 👎 fist ✊ clap 👏 raised_hands 🙌 open_hands 👐 handshake 🤝 pray 🙏 muscle 💪 writing_hand ✍️ eyes 👀 eye 👁️ ear 👂 brain 🧠
heart ❤️ orange_heart 🧡 yellow_heart 💛 green_heart 💚 blue_heart 💙 purple_heart 💜 broken_heart 💔 sparkling_heart 💖 100 💯 boom 💥 fire 🔥 sparkles ✨
star ⭐ star2 🌟 dizzy 💫 zap ⚡ sunny ☀️ partly_sunny ⛅ cloud ☁️ rain_cloud 🌧️ snowflake ❄️ umbrella ☔ rainbow 🌈 crescent_moon 🌙 full_moon 🌕
tada 🎉 confetti_ball 🎊 balloon 🎈 birthday 🎂 cake 🍰 gift 🎁 trophy 🏆 medal 🏅 first_place_medal 🥇 second_place_medal 🥈 third_place_medal 🥉
moon_cake 🥮 red_envelope 🧧 lantern 🏮 izakaya_lantern 🏮 firecracker 🧨 dragon_face 🐲 dragon 🐉 bamboo 🎍 christmas_tree 🎄 fireworks 🎆 sparkler 🎇
coffee ☕ tea 🍵 beer 🍺 beers 🍻 wine_glass 🍷 champagne 🍾 clinking_glasses 🥂 fork_and_knife 🍴 knife_fork_plate 🍽️ chopsticks 🥢 ramen 🍜 rice 🍚
dumpling 🥟 bento 🍱 sushi 🍣 hamburger 🍔 pizza 🍕 apple 🍎 golf ⛳ soccer ⚽ basketball 🏀 dart 🎯 bowling 🎳 game_die 🎲
white_check_mark ✅ heavy_check_mark ✔️ ballot_box_with_check ☑️ x ❌ negative_squared_cross_mark ❎ heavy_plus_sign ➕ heavy_minus_sign ➖ warning ⚠️
exclamation ❗ heavy_exclamation_mark ❗ grey_exclamation ❕ question ❓ grey_question ❔ bangbang ‼️ interrobang ⁉️ no_entry ⛔ no_entry_sign 🚫 stop_sign 🛑
octagonal_sign 🛑 rotating_light 🚨 bell 🔔 no_bell 🔕 mute 🔇 speaker 🔈 loud_sound 🔊 mega 📣 loudspeaker 📢 speech_balloon 💬 thought_balloon 💭 left_speech_bubble 🗨️
red_circle 🔴 large_orange_circle 🟠 large_yellow_circle 🟡 large_green_circle 🟢 large_blue_circle 🔵 large_purple_circle 🟣 white_circle ⚪ black_circle ⚫
large_red_square 🟥 large_orange_square 🟧 large_yellow_square 🟨 large_green_square 🟩 large_blue_square 🟦 white_large_square ⬜ black_large_square ⬛
small_red_triangle 🔺 small_red_triangle_down 🔻 small_orange_diamond 🔸 small_blue_diamond 🔹 arrow_up ⬆️ arrow_down ⬇️ arrow_left ⬅️ arrow_right ➡️
arrow_upper_right ↗️ arrow_lower_right ↘️ arrows_counterclockwise 🔄 leftwards_arrow_with_hook ↩️ arrow_forward ▶️ fast_forward ⏩ double_vertical_bar ⏸️
chart_with_upwards_trend 📈 chart_with_downwards_trend 📉 bar_chart 📊 calendar 📆 date 📅 spiral_calendar_pad 🗓️ clipboard 📋 memo 📝 pencil 📝 pencil2 ✏️
page_facing_up 📄 page_with_curl 📃 bookmark_tabs 📑 newspaper 📰 book 📖 books 📚 notebook 📓 ledger 📒 card_index 📇 card_file_box 🗃️ file_cabinet 🗄️ wastebasket 🗑️
pushpin 📌 round_pushpin 📍 paperclip 📎 link 🔗 scissors ✂️ lock 🔒 unlock 🔓 key 🔑 mag 🔍 mag_right 🔎 bulb 💡 wrench 🔧 hammer 🔨 gear ⚙️ toolbox 🧰
email ✉️ envelope ✉️ incoming_envelope 📨 e-mail 📧 inbox_tray 📥 outbox_tray 📤 package 📦 telephone_receiver 📞 phone ☎️ iphone 📱 computer 💻 desktop_computer 🖥️ camera 📷
hourglass ⌛ hourglass_flowing_sand ⏳ watch ⌚ alarm_clock ⏰ stopwatch ⏱️ clock9 🕘 moneybag 💰 dollar 💵 yen 💴 euro 💶 credit_card 💳 briefcase 💼 handbag 👜
office 🏢 factory 🏭 bank 🏦 hospital 🏥 school 🏫 hotel 🏨 house 🏠 cityscape 🏙️ world_map 🗺️ earth_asia 🌏 earth_africa 🌍 earth_americas 🌎 globe_with_meridians 🌐
car 🚗 taxi 🚕 bus 🚌 train 🚆 bullettrain_side 🚄 airplane ✈️ ship 🚢 rocket 🚀 bike 🚲 construction 🚧 traffic_light 🚥 flag-cn 🇨🇳 cn 🇨🇳 flag-de 🇩🇪 de 🇩🇪 us 🇺🇸 jp 🇯🇵
bust_in_silhouette 👤 busts_in_silhouette 👥 person_in_tuxedo 🤵 man 👨 woman 👩 couple 👫 family 👪 baby 👶 robot_face 🤖 ghost 👻 crown 👑 tophat 🎩 necktie 👔
seedling 🌱 herb 🌿 four_leaf_clover 🍀 cherry_blossom 🌸 rose 🌹 sunflower 🌻 tulip 🌷 bouquet 💐 evergreen_tree 🌲 leaves 🍃 maple_leaf 🍁 dog 🐶 cat 🐱 turtle 🐢 snail 🐌
zero 0️⃣ one 1️⃣ two 2️⃣ three 3️⃣ four 4️⃣ five 5️⃣ six 6️⃣ seven 7️⃣ eight 8️⃣ nine 9️⃣ keycap_ten 🔟 information_source ℹ️ new 🆕 ok 🆗 top 🔝 soon 🔜 sos 🆘
recycle ♻️ label 🏷️ ticket 🎫 art 🎨 musical_note 🎵 headphones 🎧 microphone 🎤 movie_camera 🎥 video_camera 📹 broom 🧹 shield 🛡️ anchor ⚓ compass 🧭 thermometer 🌡️`;

const EMOJI = new Map<string, string>();
const words = TABLE.trim().split(/\s+/);
for (let index = 0; index + 1 < words.length; index += 2)
  EMOJI.set(words[index] ?? "", words[index + 1] ?? "");

const TONES = ["🏻", "🏼", "🏽", "🏾", "🏿"];

/** The character for a short name, or the name as typed. */
export const emoji = (name: string): string => EMOJI.get(name) ?? `:${name}:`;

export const withEmoji = (text: string): string =>
  text.replace(/:([a-z0-9_+-]+):(?::skin-tone-([2-6]):)?/g, (written, name: string, tone?: string) => {
    const character = EMOJI.get(name);
    return character ? character + (tone ? (TONES[Number(tone) - 2] ?? "") : "") : written;
  });
